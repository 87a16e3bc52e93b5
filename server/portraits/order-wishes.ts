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
