import { z } from 'zod'
import { idSchema } from './common'

/** Widths (px) that derivatives are made at; a picture narrower than one is served at its own width instead. */
export const pictureWidths = [256, 512, 768, 1024, 2048] as const
export type PictureWidth = (typeof pictureWidths)[number]

/** From the smallest: AVIF is made when the house is idle, and until then WebP comes at its addresses. */
export type PictureFormat = 'avif' | 'webp' | 'jpg'

export const pictureViewSchema = z.strictObject({
  id: idSchema,
  /** Pixels of the original. */
  width: z.int().positive(),
  height: z.int().positive(),
  /** 32 px WebP as a data URI. */
  blur: z.string(),
  /** Mean colour, #rrggbb. */
  colour: z.string(),
  /** What makes the addresses of a private picture valid, for some hours; null for a public one. */
  access: z.string().nullable().default(null),
})
export type PictureView = z.infer<typeof pictureViewSchema>

/** Last part of a picture's address: `1024.webp`, or `original`, which is served as a download. */
export const pictureVariantSchema = z.string().regex(/^(?:(?:256|512|768|1024|2048)\.(?:avif|webp|jpg)|original)$/)

/** `access` of an address that expires, whatever a caller made of it: one that is not ours is refused, not misread. */
export const accessSchema = z.string().max(200)

/** What an address is made of. */
export type PictureAddress = Pick<PictureView, 'id' | 'access'>

const addressOf = ({ id, access }: PictureAddress, variant: string) =>
  `/api/pictures/${id}/${variant}${access === null ? '' : `?access=${access}`}`

/** Address of a picture at a width: a public one's is the same for everyone and for ever, a private one's expires. */
export function pictureUrl(picture: PictureAddress, width: PictureWidth, format: PictureFormat = 'webp'): string {
  return addressOf(picture, `${width}.${format}`)
}

/** Address of the whole picture, as a download. */
export function originalUrl(picture: PictureAddress): string {
  return addressOf(picture, 'original')
}

export function pictureSrcSet(picture: PictureAddress, format: PictureFormat = 'webp'): string {
  return pictureWidths.map((width) => `${pictureUrl(picture, width, format)} ${width}w`).join(', ')
}

/** Tiles of a picture for looking closely: side in pixels, and how far each reaches into its neighbours so that no seam shows. */
export const tiling = { side: 512, overlap: 1 } as const

/** `<level>-<column>-<row>.webp` as in Deep Zoom images: level 0 is one pixel, each further one twice as wide, the last the picture itself. */
export const tileSchema = z.string().regex(/^(?:1?\d)-\d{1,4}-\d{1,4}\.webp$/)

/** The level at which a picture is shown in all its pixels. */
export const finestLevel = (width: number, height: number): number => Math.ceil(Math.log2(Math.max(width, height, 1)))

export function tileUrl(picture: PictureAddress, level: number, column: number, row: number): string {
  return addressOf(picture, `tiles/${level}-${column}-${row}.webp`)
}
