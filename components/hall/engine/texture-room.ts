/** A picture on the wall, as the budget sees it. */
export interface HeldTexture {
  /** Graphics memory that it holds; 0 for the stand-in alone. */
  bytes: number
  /** Screen width, pixels; 0 for what cannot be seen from where the visitor stands. */
  size: number
}

/** Whether one can have `bytes` if all that are less visible step down. */
export function hasRoom(index: number, bytes: number, held: readonly HeldTexture[], budget: number): boolean {
  const size = held[index]?.size ?? 0
  let kept = bytes
  // Asked for many pictures in every frame: it allocates nothing.
  for (let i = 0; i < held.length; i++) {
    const texture = held[i] as HeldTexture
    if (i !== index && texture.size >= size) kept += texture.bytes
  }
  return kept <= budget
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
  if (!own || !hasRoom(index, bytes, held, budget)) return null
  let excess = held.reduce((sum, texture) => sum + texture.bytes, bytes - own.bytes) - budget
  const victims: number[] = []
  const smaller = held.flatMap((texture, i) => (texture.bytes > 0 && texture.size < own.size ? i : []))
  smaller.sort((a, b) => (held[a]?.size ?? 0) - (held[b]?.size ?? 0))
  for (const victim of smaller) {
    if (excess <= 0) break
    victims.push(victim)
    excess -= held[victim]?.bytes ?? 0
  }
  return victims
}
