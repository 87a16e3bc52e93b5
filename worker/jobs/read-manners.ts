import type { Claim } from '@/server/portraits/claim-order'
import { readKeptStyle } from '@/server/styles/read-kept-style'

/** The manners of an order, and the second one's part. */
export type Manners = Pick<Claim, 'style' | 'blend'>

/** A claimed order's manners as they are now: since it was claimed the house may have come to know a newer version of their network. */
export async function readManners({ style, blend }: Manners): Promise<Manners> {
  const [first, second] = await Promise.all([readKeptStyle(style.id), blend && readKeptStyle(blend.style.id)])
  return { style: first, blend: blend && second && { ...blend, style: second } }
}
