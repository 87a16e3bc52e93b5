import type { ArtworkView } from '@/lib/contracts/artworks'
import type { Bilingual } from '@/lib/contracts/common'
import { pictureUrl } from '@/lib/contracts/pictures'
import type { StyleView } from '@/lib/contracts/styles'

/** One picture on the contact sheet: a master, or a work on the wall; several works may stand for the same style. */
export interface StyleChoice {
  /** Unique on the sheet. */
  key: string
  styleId: string
  title: Bilingual
  artist: Bilingual
  year: string
  imageUrl: string
  /** Shown while the picture loads; null where none is known. */
  colour: string | null
}

export function choiceOfStyle(style: StyleView): StyleChoice {
  const { id, title, artist, year, sampleUrl } = style
  return { key: `style-${id}`, styleId: id, title, artist, year, imageUrl: sampleUrl, colour: null }
}

/** Null for works that the painter has no code for. */
export function choiceOfWork(work: ArtworkView): StyleChoice | null {
  if (work.styleId === null) return null
  const { id, styleId, title, artist, year, picture } = work
  return {
    key: `work-${id}`,
    styleId,
    title,
    artist,
    year,
    imageUrl: pictureUrl(picture.id, 512),
    colour: picture.colour,
  }
}
