import { z } from 'zod'
import { idSchema } from './common'

/** Widths (px) that derivatives are made at; a picture narrower than one is served at its own width instead. */
export const pictureWidths = [256, 512, 1024, 2048] as const
export type PictureWidth = (typeof pictureWidths)[number]

export const pictureViewSchema = z.strictObject({
  id: idSchema,
  /** Pixels of the original. */
  width: z.int().positive(),
  height: z.int().positive(),
  /** 32 px WebP as a data URI. */
  blur: z.string(),
  /** Mean colour, #rrggbb. */
  colour: z.string(),
})
export type PictureView = z.infer<typeof pictureViewSchema>

/** Last part of a picture's address: `1024.webp`, or `original`, which is served as a download. */
export const pictureVariantSchema = z.string().regex(/^(?:(?:256|512|1024|2048)\.(?:webp|jpg)|original)$/)

/** Address of a picture at a width; the same for everyone, served only to those who may see it. */
export function pictureUrl(id: string, width: PictureWidth, format: 'webp' | 'jpg' = 'webp'): string {
  return `/api/pictures/${id}/${width}.${format}`
}

export function pictureSrcSet(id: string): string {
  return pictureWidths.map((width) => `${pictureUrl(id, width)} ${width}w`).join(', ')
}
