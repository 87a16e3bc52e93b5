import type { ArtworkView } from '@/lib/contracts/artworks'
import type { Bilingual } from '@/lib/contracts/common'
import { pictureUrl } from '@/lib/contracts/pictures'
import type { StyleView } from '@/lib/contracts/styles'

/** One picture on the contact sheet: a master, or a work on the wall. */
export interface StyleChoice {
  /** What the order names it by: a master's slug, or the work's id. */
  id: string
  title: Bilingual
  artist: Bilingual
  year: string
  imageUrl: string
  /** Shown while the picture loads; null where none is known. */
  colour: string | null
}

export function choiceOfStyle({ id, title, artist, year, sampleUrl }: StyleView): StyleChoice {
  return { id, title, artist, year, imageUrl: sampleUrl, colour: null }
}

export function choiceOfWork({ id, title, artist, year, picture }: ArtworkView): StyleChoice {
  return { id, title, artist, year, imageUrl: pictureUrl(picture, 512), colour: picture.colour }
}
