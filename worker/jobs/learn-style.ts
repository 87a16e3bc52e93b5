import { fileKey } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import { keepStudy } from '@/server/styles/keep-study'
import { type KeptStyle, readKeptStyle } from '@/server/styles/read-kept-style'
import { bytesOf, numbersOf } from '@/worker/float-bytes'
import type { StudyOptions } from '@/worker/painter/paint-options'
import type { Painter } from '@/worker/painter/painter'
import { PainterError } from '@/worker/painter/painter-error'
import type { PainterStyle } from '@/worker/painter/thread-messages'

/** A style that can be painted in, and the network that its numbers belong to. */
export interface LearnedStyle {
  modelName: string
  modelVersion: string
  style: PainterStyle
}

type Numbers = NonNullable<KeptStyle['numbers']>
/** Of styles that stay in memory; they go when those go. */
const known = new WeakMap<Numbers, LearnedStyle>()

function learned(numbers: Numbers): LearnedStyle {
  const style = known.get(numbers) ?? asNumbers(numbers)
  known.set(numbers, style)
  return style
}

function asNumbers({ code, broadCode, target, ...model }: Numbers): LearnedStyle {
  const fine = numbersOf(code)
  // Masters of the first release had one code for all strokes.
  return {
    ...model,
    style: { fine, broad: broadCode ? numbersOf(broadCode) : fine, target: target && numbersOf(target) },
  }
}

async function study(kept: KeptStyle, painting: Uint8Array, painter: Painter, options: StudyOptions) {
  // It says itself with which model: while it waited for its turn, a new version may have been taken up.
  const { modelName, modelVersion, ...style } = await painter.study(painting, options).catch((cause: unknown) => {
    // It is the work that cannot be read, not the artist's photo.
    if (!(cause instanceof PainterError && cause.code === 'photo_unreadable')) throw cause
    throw new PainterError('style_missing', `The picture of the work ${kept.id} cannot be studied.`, { cause })
  })
  const code = bytesOf(style.fine)
  const target = style.target && bytesOf(style.target)
  await keepStudy(kept.id, { modelName, modelVersion, code, broadCode: bytesOf(style.broad), target })
  return { modelName, modelVersion, style }
}

/**
 * A style's numbers: those that are kept; for a work that was never studied, or for another network than the painter's own, it is
 * studied now, which takes some seconds. Where its picture is gone, numbers of an older network are better than none.
 * @throws PainterError `style_missing`
 */
export async function learnStyle(kept: KeptStyle, painter: Painter, options: StudyOptions = {}): Promise<LearnedStyle> {
  const { name, version } = painter.model
  const { numbers, pictureSha256 } = kept
  const isOfToday = numbers?.modelName === name && numbers.modelVersion === version
  if (numbers && (isOfToday || !pictureSha256)) return learned(numbers)
  const painting = pictureSha256 && (await store.read(fileKey(pictureSha256)))
  if (painting) return study(kept, painting, painter, options)
  // Another worker may have studied it meanwhile, and let the picture go.
  const latest = numbers ?? (await readKeptStyle(kept.id)).numbers
  if (latest) return learned(latest)
  throw new PainterError('style_missing', `The style ${kept.id} has neither numbers nor a picture to study.`)
}
