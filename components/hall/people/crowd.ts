import type { Figure, FigureStep, PresenceNews } from '@/lib/contracts/presence'
import { angleTo } from '../engine/angles'

/** Somebody in the hall, as they are drawn now and where they are going. Metres and radians. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly isGuide: boolean
  x: number
  z: number
  yaw: number
  fromX: number
  fromZ: number
  fromYaw: number
  toX: number
  toZ: number
  toYaw: number
  /** When the step that is being walked was heard of, and how long it takes, ms. */
  began: number
  lasts: number
  /** 0 to 1: how much of them is there. */
  presence: number
  isLeaving: boolean
}

export interface Crowd {
  readonly people: readonly Person[]
  find(id: string): Person | undefined
  /** `ownId`: one's own figure, which is left out. `now`: ms. */
  hear(news: PresenceNews, ownId: string | null, now: number): void
  /** Lets everybody go: the connection is lost, or one is not seen any more. */
  clear(): void
  /** Moves everybody on to `now`; whether somebody moved, came or went. Allocates nothing. */
  step(now: number): boolean
}

/** Steps take as long as the last one took to come, within this, and a little longer, so that nobody stops between two of them; ms. */
const stepTime = { least: 120, most: 3_500, slack: 1.15 } as const
/** Who comes or goes takes so long to appear or fade, ms. */
const fadeMs = 500
/** Farther than this in one step, metres, is no walk. */
const jump = 7

/** Everybody else in the hall. No React and no graphics: news come a few times a second, and frames ask where everybody is between them. */
export function createCrowd(prefersStill: () => boolean): Crowd {
  const people: Person[] = []
  const byId = new Map<string, Person>()
  /** The last step, ms; below 0 while nobody moves. */
  let last = -1

  function arrive([id, x, z, yaw, name, isGuide]: Figure, now: number): void {
    const present = byId.get(id)
    if (present) {
      present.isLeaving = false
      walk([id, x, z, yaw], now)
      return
    }
    const [mx, mz, angle] = [x / 100, z / 100, yaw / 100]
    const from = { fromX: mx, fromZ: mz, fromYaw: angle, toX: mx, toZ: mz, toYaw: angle, began: now, lasts: 0 }
    const presence = prefersStill() ? 1 : 0
    const person: Person = { id, name, isGuide, x: mx, z: mz, yaw: angle, ...from, presence, isLeaving: false }
    people.push(person)
    byId.set(id, person)
  }

  function walk([id, x, z, yaw]: FigureStep, now: number): void {
    const person = byId.get(id)
    if (!person) return
    const [mx, mz, angle] = [x / 100, z / 100, yaw / 100]
    if (person.toX === mx && person.toZ === mz && person.toYaw === angle) return
    const isJump = Math.hypot(mx - person.x, mz - person.z) > jump
    if (isJump) {
      person.presence = 0
      person.x = mx
      person.z = mz
    }
    person.fromX = person.x
    person.fromZ = person.z
    person.fromYaw = person.yaw
    person.toX = mx
    person.toZ = mz
    person.toYaw = angle
    const between = Math.min(stepTime.most, Math.max(stepTime.least, now - person.began))
    person.lasts = isJump || prefersStill() ? 0 : Math.min(between, 1_200) * stepTime.slack
    person.began = now
  }

  return {
    people,
    find: (id) => byId.get(id),
    hear(news, ownId, now) {
      if (news.isWhole) {
        const named = new Set(news.here.map(([id]) => id))
        for (const person of people) if (!named.has(person.id)) person.isLeaving = true
      }
      for (const figure of news.here) if (figure[0] !== ownId) arrive(figure, now)
      for (const step of news.moved) walk(step, now)
      for (const id of news.gone) {
        const person = byId.get(id)
        if (person) person.isLeaving = true
      }
    },
    clear() {
      for (const person of people) person.isLeaving = true
    },
    step(now) {
      const faded = last < 0 ? 0 : Math.min(1, (now - last) / fadeMs)
      last = now
      let isBusy = false
      for (let i = people.length - 1; i >= 0; i--) {
        const person = people[i] as Person
        const goal = person.isLeaving ? 0 : 1
        if (person.presence !== goal) {
          const by = prefersStill() ? 1 : faded
          person.presence = person.isLeaving ? Math.max(0, person.presence - by) : Math.min(1, person.presence + by)
          isBusy = true
          if (person.isLeaving && person.presence === 0) {
            byId.delete(person.id)
            people[i] = people[people.length - 1] as Person
            people.pop()
            continue
          }
        }
        if (person.x === person.toX && person.z === person.toZ && person.yaw === person.toYaw) continue
        isBusy = true
        const share = person.lasts === 0 ? 1 : Math.min(1, (now - person.began) / person.lasts)
        person.x = person.fromX + (person.toX - person.fromX) * share
        person.z = person.fromZ + (person.toZ - person.fromZ) * share
        person.yaw = share === 1 ? person.toYaw : person.fromYaw + angleTo(person.fromYaw, person.toYaw) * share
      }
      if (!isBusy) last = -1
      return isBusy
    },
  }
}
