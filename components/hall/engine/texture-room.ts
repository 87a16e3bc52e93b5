/** A picture on the wall, as the budget sees it. */
export interface HeldTexture {
  /** Graphics memory that it holds; 0 for the stand-in alone. */
  bytes: number
  /** Screen width, pixels; 0 behind the visitor. */
  size: number
}

/**
 * Which pictures step down so that one can have `bytes` within the budget: the least visible first, and only such as are less visible
 * than that one, since each would else be wanted back at once. Null where they are not enough.
 */
export function victimsFor(
  index: number,
  bytes: number,
  held: readonly HeldTexture[],
  budget: number,
): number[] | null {
  const own = held[index]
  if (!own) return null
  let excess = held.reduce((sum, texture) => sum + texture.bytes, bytes - own.bytes) - budget
  const victims: number[] = []
  const smaller = held.flatMap((texture, i) => (texture.bytes > 0 && texture.size < own.size ? i : []))
  smaller.sort((a, b) => (held[a]?.size ?? 0) - (held[b]?.size ?? 0))
  for (const victim of smaller) {
    if (excess <= 0) break
    victims.push(victim)
    excess -= held[victim]?.bytes ?? 0
  }
  return excess <= 0 ? victims : null
}
