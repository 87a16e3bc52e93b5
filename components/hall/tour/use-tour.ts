'use client'

import { useEffect, useEffectEvent, useReducer, useRef, useState } from 'react'
import type { TourView } from '@/lib/contracts/tours'
import type { Locale } from '@/lib/i18n/locale'
import type { Trail } from '../engine/trail'
import type { Walker } from '../engine/walker'
import type { HallSpace } from '../hall-works'
import { createSpeaker } from './speaker'
import { beginTour, stepTour, type TourPlace, type TourState, type TourStep } from './tour-state'
import { useTourAddress } from './use-tour-address'

type News = { begin: TourState } | { step: TourStep } | { end: true }

function reduce(state: TourState | null, news: News): TourState | null {
  if ('begin' in news) return news.begin
  if ('end' in news) return null
  return state && stepTour(state, news.step)
}

interface TourWishes {
  space: HallSpace
  walker: Walker
  locale: Locale
  /** Walks to a work, leaving this share of the window's height to the caption. */
  lead(index: number, captionShare: number): void
  /** Something that is seen has changed. */
  wake(): void
  trail: Pick<Trail, 'rewrite'>
}

export interface PlayedTour {
  state: TourState | null
  hasSound: boolean
  /** To be called in the visitor's tap: phones let nothing sound otherwise. */
  setSound(isOn: boolean): void
  /** From the first stop unless said otherwise; the tour as it begins, or null where none of its works hangs here. */
  begin(tour: TourView, place?: TourPlace): TourState | null
  end(): void
  pause(): void
  goOn(): void
  skip(by: 1 | -1): void
  /** The visitor moves by their own will: the tour waits. */
  takeWheel(): void
}

/** How often is looked whether the walk is over, ms. */
const lookEveryMs = 150
/** Who stands still for so long, ms, is as near as they can get. */
const patienceMs = 6_000
const captionShare = { wide: 0.14, narrow: 0.3 } as const
const presentShare = () => captionShare[window.matchMedia('(min-width: 64rem)').matches ? 'wide' : 'narrow']

/** A tour being played: walks, words and pauses follow each other; captions are always there, the voice only when it is asked for. */
export function useTour({ space, walker, locale, lead, wake, trail }: TourWishes): PlayedTour {
  const [state, dispatch] = useReducer(reduce, null)
  const [hasSound, setSound] = useState(false)
  const [speaker] = useState(() => createSpeaker())
  /** Of the present visit to a stop: whether its words have begun, and how long one still looks on, ms. */
  const progress = useRef({ hasBegun: false, lookMs: 0 })
  useTourAddress(state, trail)
  const stop = state?.stops[state.at]
  const phase = state?.phase ?? null
  const visit = state?.visit ?? null
  const isHeld = state?.isHeld ?? false
  const step = (next: TourStep) => dispatch({ step: next })
  const goTo = useEffectEvent((index: number) => lead(index, presentShare()))

  useEffect(() => speaker.setSound(hasSound), [speaker, hasSound])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each visit begins anew, whatever changes about its stop meanwhile
  useEffect(() => {
    progress.current = { hasBegun: false, lookMs: (stop?.pauseSeconds ?? 0) * 1000 }
    return () => speaker.stop()
  }, [visit, speaker])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a phase of a visit is begun once, and again after it was held
  useEffect(() => {
    if (!stop || isHeld) return
    const present = progress.current
    if (phase === 'walking') {
      goTo(stop.workIndex)
      let stillMs = 0
      const look = setInterval(() => {
        stillMs = walker.isWalking ? 0 : stillMs + lookEveryMs
        const isThere = walker.workInView() === stop.workIndex
        if (!walker.isWalking && (isThere || stillMs > patienceMs)) step({ kind: 'arrived' })
      }, lookEveryMs)
      return () => clearInterval(look)
    }
    if (phase === 'telling') {
      const speech = { text: stop.text[locale], language: locale, recording: stop.audio[locale] }
      if (present.hasBegun) speaker.goOn()
      else speaker.say(speech, () => step({ kind: 'told' }))
      present.hasBegun = true
      return () => speaker.hold()
    }
    if (phase === 'looking') {
      const since = performance.now()
      const timer = setTimeout(() => step({ kind: 'looked' }), present.lookMs)
      return () => {
        clearTimeout(timer)
        present.lookMs = Math.max(0, present.lookMs - (performance.now() - since))
      }
    }
  }, [phase, isHeld, visit])

  const pause = () => step({ kind: 'hold' })
  return {
    state,
    hasSound,
    setSound(isOn) {
      if (isOn) speaker.unlock()
      setSound(isOn)
    },
    begin(tour, place) {
      const works = space.works.map(({ artwork }) => artwork.id)
      const begun = beginTour(tour, works, place)
      if (begun) dispatch({ begin: begun })
      return begun
    },
    end: () => dispatch({ end: true }),
    pause,
    goOn() {
      const isThere = !walker.isWalking && walker.workInView() === stop?.workIndex
      if (isThere) {
        // Who opened a label meanwhile is at the same place, with the view of then.
        walker.lens.cover(0, presentShare())
        wake()
      }
      step({ kind: 'resume', isThere })
    },
    skip: (by) => step({ kind: 'skip', by }),
    takeWheel: pause,
  }
}
