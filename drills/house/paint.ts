import { anyStyle, untilEnded } from './ask'
import type { House } from './house'
import type { Visitor } from './visitor'

/** Portraits that an artist can hang. */
export async function paint(house: House, artist: Visitor, count: number): Promise<string[]> {
  const style = await anyStyle(house)
  const ids: string[] = []
  for (let index = 0; index < count; index++) ids.push((await artist.order(style)).orderId ?? '')
  await untilEnded(house, ids, 120_000)
  return ids
}
