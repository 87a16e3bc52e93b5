import { z } from 'zod'
import { idSchema } from '@/lib/contracts/common'

export const wishKinds = ['like', 'favourite'] as const
export type WishKind = (typeof wishKinds)[number]

/** Something a visitor wants and the house has not confirmed yet. */
export const wishSchema = z.strictObject({
  /** Tells a wish from a later one about the same work. */
  id: z.string(),
  kind: z.enum(wishKinds),
  artworkId: idSchema,
  isOn: z.boolean(),
  /** Times the house answered that it cannot for now. */
  attempts: z.int().nonnegative(),
  /** ms since 1970. */
  madeAt: z.number(),
})
export type Wish = z.infer<typeof wishSchema>

/** A wish that the house could not carry out this often (about an hour, by `retryDelay`) is given up, and its visitor is told. */
export const mostAttempts = 60
const shortestDelayMs = 1_000
const longestDelayMs = 60_000
const longestAgeMs = 30 * 24 * 3_600_000

/** Last wish wins: an earlier one for the same (kind, work) leaves the line, and the new one joins its end. */
export function addWish(wishes: readonly Wish[], wish: Wish): Wish[] {
  return [...wishes.filter((other) => other.kind !== wish.kind || other.artworkId !== wish.artworkId), wish]
}

export function removeWish(wishes: readonly Wish[], id: string): Wish[] {
  return wishes.filter((wish) => wish.id !== id)
}

export function countAttempt(wishes: readonly Wish[], id: string): Wish[] {
  return wishes.map((wish) => (wish.id === id ? { ...wish, attempts: wish.attempts + 1 } : wish))
}

export function findWish(wishes: readonly Wish[], kind: WishKind, artworkId: string): Wish | undefined {
  return wishes.find((wish) => wish.kind === kind && wish.artworkId === artworkId)
}

/** ms until the next try: doubling from 1 s to 60 s, spread over half to whole (`random` in 0..1) so that browsers do not return as one crowd. */
export function retryDelay(failures: number, random: number): number {
  const whole = Math.min(longestDelayMs, shortestDelayMs * 2 ** Math.min(failures, 10))
  return Math.round(whole * (0.5 + random / 2))
}

/** Wishes as they were stored; whatever is damaged or older than 30 days is left out. `now` in ms since 1970. */
export function parseWishes(stored: string | null, now: number): Wish[] {
  const parsed = z.array(z.unknown()).safeParse(parseJson(stored ?? '[]'))
  if (!parsed.success) return []
  return parsed.data.flatMap((entry) => {
    const wish = wishSchema.safeParse(entry)
    return wish.success && now - wish.data.madeAt < longestAgeMs ? [wish.data] : []
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
