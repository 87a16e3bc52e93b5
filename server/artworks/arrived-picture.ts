import type { PictureFacts } from '@/server/storage/describe-picture'

/** A picture that came in, already checked and encoded anew. */
export interface ArrivedPicture {
  bytes: Uint8Array
  facts: PictureFacts
  /** Of the file as it came. */
  sourceSha256: string
  fileName: string | null
}

/** Long side of a work whose size nobody has told yet, cm. */
const GUESSED_CM = 60

/** A physical size with the picture's proportions, cm. */
export function guessSize({ width, height }: Pick<PictureFacts, 'width' | 'height'>) {
  const scale = GUESSED_CM / Math.max(width, height)
  const round = (pixels: number) => Math.max(1, Math.round(pixels * scale * 10) / 10)
  return { widthCm: round(width), heightCm: round(height) }
}

/** What a work is called until somebody names it: its file's name, without ending and in words. */
export function titleOfFile(fileName: string | null): string | null {
  const words = fileName
    ?.split(/[/\\]/)
    .at(-1)
    ?.replace(/\.\w{1,5}$/, '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim()
  return words ? words.slice(0, 200) : null
}
