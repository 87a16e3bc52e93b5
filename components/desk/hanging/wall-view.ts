import type { PlacedHanging, Wish } from '@/lib/client/hanging/hanging-model'
import type { Hung } from '@/lib/hanging/arrange'

/** A work as the geometry of hanging takes it. */
export const asHung = ({ id, along, centreHeight, artwork }: PlacedHanging): Hung => {
  const { widthCm, heightCm } = artwork
  return { id, along, centreHeight, widthCm, heightCm }
}

/** A hanging put where `hung` says, on its own wall or on another one. */
export function wishFor(hanging: PlacedHanging, hung: Pick<Hung, 'along' | 'centreHeight'>, wall = hanging.wall): Wish {
  const { along, centreHeight } = hung
  return { hangingId: hanging.id, work: hanging.artwork, place: { wall, along, centreHeight } }
}

/** Metres as whole or tenths of centimetres: `152`, `87.5`. */
export const centimetres = (metres: number): string => String(Math.round(metres * 1000) / 10)

/** From the wall's left end to the picture's left edge, centimetres. */
export const leftOf = ({ along, artwork }: Pick<PlacedHanging, 'along' | 'artwork'>): string =>
  centimetres(along - artwork.widthCm / 200)
