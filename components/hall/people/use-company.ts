'use client'

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { enterHall, type HallPresence } from '@/lib/client/hall-presence'
import { type PresenceChoice, readPresenceChoice, writePresenceChoice } from '@/lib/client/presence-choice'
import { houseConnection } from '@/lib/client/socket'
import type { FloorPose, ReactionKind, Reactions } from '@/lib/contracts/presence'
import type { Locale } from '@/lib/i18n/locale'
import { togetherMessages } from '@/lib/i18n/messages/together'
import { angleTo } from '../engine/angles'
import type { Walker } from '../engine/walker'
import type { HallSpace } from '../hall-works'
import type { HallLayer } from '../layer'
import { createReactionsLayer, type ReactionsLayer } from '../reactions/reactions-layer'
import { type CompanyVoice, createCompanyVoice } from './company-voice'
import { type Crowd, createCrowd, type Person } from './crowd'
import { createFollower } from './follow-guide'
import { createPeopleLayer } from './people-layer'
import { createTags, type Tags } from './tags'

interface CompanyWishes {
  slug: string
  locale: Locale
  space: HallSpace
  walker: Walker
  prefersStill: () => boolean
  /** Asks for a frame. */
  wake: () => void
}

export interface Company {
  /** Null until the browser was asked what the visitor chose. */
  choice: PresenceChoice | null
  choose(choice: PresenceChoice): void
  isGuiding: boolean
  setGuiding(isGuiding: boolean): void
  isHere: boolean
  others: number
  /** Everybody else, changed in place. */
  people: readonly Person[]
  guides: readonly Pick<Person, 'id' | 'name'>[]
  following: string | null
  /** For those who listen. */
  notice: string
  follow(id: string | null): void
  /** To be called a few times a second while the visitor moves. */
  report(): void
  /** The visitor moves by their own will. */
  takeWheel(): void
  react(artworkId: string, kind: ReactionKind): void
  layers: HallLayer[]
  /** Receives the element over the canvas that names and reactions are written in. */
  setHolder(element: HTMLElement | null): void
}

interface Machine {
  crowd: Crowd
  tags: Tags
  reactions: ReactionsLayer
  voice: CompanyVoice
  layers: HallLayer[]
}

function createMachine({ locale, space, walker, prefersStill, wake }: CompanyWishes): Machine {
  const t = togetherMessages[locale]
  const crowd = createCrowd(prefersStill)
  const wordsFor = ({ name, isGuide }: Person) => (isGuide ? t.guideTag(name) : name || t.visitor)
  const tags = createTags(space.obstacles, wordsFor)
  const reactions = createReactionsLayer(space, prefersStill, wake)
  const voice = createCompanyVoice({
    others: (count) => (count === 0 ? t.nobodyElse : t.othersHere(count)),
    guide: (name) => t.guideCame(name || t.unnamedGuide),
  })
  return { crowd, tags, reactions, voice, layers: [createPeopleLayer(space, walker, crowd, tags), reactions] }
}

function poseOf({ pose }: Walker): FloorPose {
  return [Math.round(pose.x * 100), Math.round(pose.z * 100), Math.round(angleTo(0, pose.yaw) * 100)]
}

const lookEveryMs = 300
/** How often is looked whether something of the company is to be said, ms. */
const speakEveryMs = 1_000

/** The company one has in a hall. Where everybody is lives outside React; it hears only how many there are and who guides. */
export function useCompany(wishes: CompanyWishes): Company {
  const { slug, locale, space, walker, prefersStill, wake } = wishes
  const [machine] = useState(() => createMachine(wishes))
  const [choice, setChoice] = useState<PresenceChoice | null>(null)
  const [isGuiding, setGuiding] = useState(false)
  const [isHere, setHere] = useState(false)
  const [others, setOthers] = useState(0)
  const [guides, setGuides] = useState<readonly Pick<Person, 'id' | 'name'>[]>([])
  const [following, setFollowing] = useState<string | null>(null)
  const [notice, setNotice] = useState('')
  const presence = useRef<HallPresence | null>(null)
  const t = togetherMessages[locale]
  const { crowd } = machine

  // The browser's own choice is not known where the page is rendered.
  useEffect(() => setChoice(readPresenceChoice()), [])

  const wordsFor = useEffectEvent((reaction: Reactions['reactions'][number] | undefined) => {
    const title = space.works.find(({ artwork }) => artwork.id === reaction?.[0])?.artwork.title[locale]
    return reaction && title !== undefined ? t.reactedTo(t[reaction[1]], title) : null
  })

  const end = useCallback((words: string) => {
    setFollowing(null)
    setNotice(words)
  }, [])

  const isOn = choice?.isOn ?? false
  const showsName = choice?.showsName ?? false
  useEffect(() => {
    if (!isOn) return
    const wish = () => ({ exhibition: slug, at: poseOf(walker), showsName, guides: isGuiding })
    const entered = enterHall(houseConnection(), wish, {
      onNews(news) {
        crowd.hear(news, entered.ownId, performance.now())
        setOthers(Math.max(0, news.count - 1))
        const now = crowd.people.filter((person) => person.isGuide && !person.isLeaving)
        const names = (list: readonly Pick<Person, 'id' | 'name'>[]) =>
          list.map(({ id, name }) => `${id} ${name}`).join()
        machine.voice.hearCount(Math.max(0, news.count - 1))
        machine.voice.hearGuides(now)
        setGuides((before) => (names(before) === names(now) ? before : now.map(({ id, name }) => ({ id, name }))))
        // Alone, nothing that is told changes what one sees.
        if (crowd.people.length > 0) wake()
      },
      onState(state, code) {
        setHere(state === 'here')
        if (code === 'forbidden') setGuiding(false)
        if (state === 'away') crowd.clear()
        wake()
      },
    })
    const stopHearing = houseConnection().on('presence:reactions', ({ reactions }) => {
      machine.reactions.hear(reactions)
      const words = wordsFor(reactions[0])
      if (words) machine.voice.hearReaction(words, performance.now())
    })
    const speaking = setInterval(() => {
      const words = machine.voice.next(performance.now())
      if (words) setNotice(words)
    }, speakEveryMs)
    presence.current = entered
    return () => {
      stopHearing()
      clearInterval(speaking)
      machine.voice.reset()
      presence.current = null
      entered.leave()
      crowd.clear()
      setHere(false)
      setOthers(0)
      setGuides([])
      wake()
    }
  }, [isOn, showsName, isGuiding, slug, walker, crowd, machine, wake])

  useEffect(() => {
    if (following === null) return
    const follow = createFollower(walker, prefersStill)
    const timer = setInterval(() => {
      const guide = crowd.find(following)
      if (!guide || guide.isLeaving) end(t.guideLeft)
      else if (follow(guide, performance.now())) wake()
    }, lookEveryMs)
    return () => clearInterval(timer)
  }, [following, walker, prefersStill, crowd, wake, end, t])

  return {
    choice,
    choose(next) {
      writePresenceChoice(next)
      setChoice(next)
    },
    isGuiding,
    setGuiding,
    isHere,
    others,
    people: crowd.people,
    guides,
    following,
    notice,
    follow(id) {
      const name = guides.find((guide) => guide.id === id)?.name || t.unnamedGuide
      if (id === null) end(t.followEnded)
      else {
        setFollowing(id)
        setNotice(t.following(name))
      }
    },
    report: () => presence.current?.report(poseOf(walker)),
    takeWheel() {
      if (following !== null) end(t.followEnded)
    },
    react(artworkId, kind) {
      machine.voice.hearReaction(null, performance.now())
      presence.current?.react(artworkId, kind)
    },
    layers: machine.layers,
    setHolder(element) {
      machine.tags.holder = element
      machine.reactions.holder = element
    },
  }
}
