import type { PictureView } from '@/lib/contracts/pictures'
import { signUrl } from './sign-url'

/** The columns of Picture that people see. */
export const pictureSelect = { id: true, width: true, height: true, blur: true, colour: true } as const

/** The path that `access` of a picture signs: whoever may see it at one width may see it at all of them. */
export const picturePath = (id: string) => `/api/pictures/${id}`

/** A picture for somebody who may see it. */
export function pictureView(row: Omit<PictureView, 'access'>, visibility: 'PRIVATE' | 'PUBLIC'): PictureView {
  const { id, width, height, blur, colour } = row
  return { id, width, height, blur, colour, access: visibility === 'PUBLIC' ? null : signUrl(picturePath(id)) }
}
