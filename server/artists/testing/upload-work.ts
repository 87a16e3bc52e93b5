import sharp from 'sharp'
import type { Viewer } from '@/server/accounts/viewer'
import { beginUpload } from '@/server/uploads/begin-upload'
import { finishUpload } from '@/server/uploads/finish-upload'
import { putPart } from '@/server/uploads/put-part'

/** A work of the artist's own, brought as a browser brings it; of another picture for another `red`, 0 to 255. */
export async function uploadWork(artist: Viewer, red = 0) {
  const background = { r: red, g: 90, b: 120 }
  const bytes = await sharp({ create: { width: 100, height: 80, channels: 3, background } })
    .png()
    .toBuffer()
  const { id } = await beginUpload({ name: 'Lily pond.png', bytes: bytes.length }, artist)
  await putPart({ uploadId: id, part: 0, bytes }, artist)
  return finishUpload(id, { as: 'own', keepDuplicate: false }, artist)
}
