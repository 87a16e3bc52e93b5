import type { HangingDesk } from '@/lib/client/hanging/hanging-desk'
import { type PlacedHanging, placedHangings } from '@/lib/client/hanging/hanging-model'
import type { DeskWork } from '@/lib/contracts/desk'
import type { Hung } from '@/lib/hanging/arrange'
import type { Plan, Wall } from '@/lib/hanging/plan'
import type { Locale } from '@/lib/i18n/locale'
import { hangingMessages } from '@/lib/i18n/messages/hanging'
import { hangingTools } from './hanging-tools'
import type { Drop } from './use-drag'
import { centimetres, leftOf } from './wall-view'

interface ActsOptions {
  desk: HangingDesk
  plan: Plan
  wall: Wall
  placed: PlacedHanging[]
  chosen: PlacedHanging[]
  locale: Locale
  showWall(id: string): void
  choose(ids: ReadonlySet<string>): void
  /** Says what was done to who does not see it. */
  say(words: string): void
  /** What held the focus may be gone. */
  focusWall(): void
}

/** The tools of a wall as whoever presses them means them: with the wall shown, the work chosen, and a word said. */
export function hangingActs(options: ActsOptions) {
  const { desk, plan, wall, placed, chosen, locale, showWall, choose, say, focusWall } = options
  const t = hangingMessages[locale]
  const tools = hangingTools({ desk, plan, wall, placed, chosen })

  const hang = (work: DeskWork, onto: string, at: Pick<Hung, 'along' | 'centreHeight'> | null) => {
    const id = tools.hang(work, onto, at)
    say(id ? t.hung(work.title[locale]) : t.noFreePlace(work.title[locale]))
    if (!id) return
    showWall(onto)
    choose(new Set([id]))
  }
  const toWall = (works: PlacedHanging[], onto: string) => {
    const stay = tools.toWall(works, onto)
    if (stay[0]) say(t.noFreePlace(stay[0].artwork.title[locale]))
    if (stay.length < works.length) showWall(onto)
  }
  const drop = (dropped: Drop) => {
    const { carried, works, wallId: onto } = dropped
    if (carried) hang(carried, onto ?? wall.id, onto ? null : (works[0] ?? null))
    else if (onto && onto !== wall.id)
      toWall(
        placed.filter(({ id }) => works.some((work) => work.id === id)),
        onto,
      )
    else if (!onto) tools.drop(dropped)
  }
  /** Where the chosen work is after it was moved by keys. */
  const tell = () => {
    const ids = new Set(chosen.map(({ id }) => id))
    const one = placedHangings(desk.state.model).find(({ id }) => ids.has(id))
    if (one) say(t.moved(one.artwork.title[locale], leftOf(one), centimetres(one.centreHeight)))
  }
  const takeDown = () => {
    if (chosen.length === 0) return
    tools.takeDown()
    say(t.tookDown(chosen.length))
    choose(new Set())
    focusWall()
  }
  return { tools, hang, toWall, drop, tell, takeDown }
}
