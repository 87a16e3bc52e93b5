import { type InferenceSession, Tensor } from 'onnxruntime-node'
import sharp from 'sharp'
import { toPlanes } from '@/lib/painting/planar-picture'
import { PainterError } from './painter-error'

/** A small picture that a code is taught with, and its structure as the perceptual network sees it. */
export interface StudyPicture {
  /** (1,3,side,side), 0 to 1. */
  photo: Tensor
  content: Tensor
}

/**
 * Cuts a sheet (encoded; squares in a row) into its pictures.
 * @throws PainterError `model_damaged` where it is no such sheet
 */
export async function readStudyPictures(sheet: Uint8Array, look: InferenceSession): Promise<StudyPicture[]> {
  const { data, info } = await sharp(sheet)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch((error: unknown) => {
      throw new PainterError('model_damaged', 'The sheet of study pictures cannot be read.', { cause: error })
    })
  const side = info.height
  if (info.width % side !== 0) throw new PainterError('model_damaged', 'The study pictures are not squares in a row.')
  const pictures: StudyPicture[] = []
  for (let left = 0; left < info.width; left += side) {
    const square = new Uint8Array(3 * side * side)
    for (let y = 0; y < side; y++) {
      const from = 3 * (y * info.width + left)
      square.set(data.subarray(from, from + 3 * side), 3 * y * side)
    }
    const planes = toPlanes({ data: square, width: side, height: side })
    const photo = new Tensor('float32', planes.data, [1, 3, side, side])
    const { content } = await look.run({ picture: photo })
    if (!content) throw new Error('The network saw nothing.')
    pictures.push({ photo, content })
  }
  return pictures
}
