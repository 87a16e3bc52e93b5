import type { PictureView } from '@/lib/contracts/pictures'

/** The columns of Picture that people see. */
export const pictureSelect = { id: true, width: true, height: true, blur: true, colour: true } as const

export function pictureView(row: PictureView): PictureView {
  return { id: row.id, width: row.width, height: row.height, blur: row.blur, colour: row.colour }
}
