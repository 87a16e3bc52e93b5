import type { PortraitOrderForm, PortraitQuality } from '@/lib/contracts/portraits'

/** What an order asks for besides its photo, as its row keeps it. */
export interface OrderWishes {
  styleId: string
  blendStyleId: string | null
  blendPart: number
  quality: PortraitQuality
  strength: number
  strokes: number
  longSide: number
  keepColours: boolean
}

/** The columns, for reading them back. */
export const wishesSelect = {
  styleId: true,
  blendStyleId: true,
  blendPart: true,
  quality: true,
  strength: true,
  strokes: true,
  longSide: true,
  keepColours: true,
} as const satisfies Record<keyof OrderWishes, true>

/** Those, and what the hour left out of them. */
export const orderedSelect = { ...wishesSelect, wishedQuality: true, wishedLongSide: true } as const

interface OrderedRow extends OrderWishes {
  wishedQuality: PortraitQuality | null
  wishedLongSide: number | null
}

/** What was wished for an order, whatever of it is painted. */
export function wishesOfRow({ wishedQuality, wishedLongSide, ...painted }: OrderedRow): OrderWishes {
  return { ...painted, quality: wishedQuality ?? painted.quality, longSide: wishedLongSide ?? painted.longSide }
}

export function wishesOf(form: PortraitOrderForm): OrderWishes {
  const { style: styleId, blend, blendPart, quality, strength, strokes, size: longSide, keepColours } = form
  return {
    styleId,
    blendStyleId: blend ?? null,
    blendPart: blend === undefined ? 0 : blendPart,
    quality,
    strength,
    strokes,
    longSide,
    keepColours,
  }
}

export function areSameWishes(one: OrderWishes, other: OrderWishes): boolean {
  const names = Object.keys(wishesSelect) as (keyof OrderWishes)[]
  return names.every((name) => one[name] === other[name])
}
