import { createHash } from 'node:crypto'
import { type Model, modelLabel } from './model'

interface Numbers {
  code: Uint8Array
  broadCode: Uint8Array | null
  target: Uint8Array | null
}

/** What makes a manner the same one, as text: for keys of finished paintings. */
export type MannerMark = string

const sha256 = (bytes: Uint8Array | null) => (bytes ? createHash('sha256').update(bytes).digest('hex') : 'none')

/** A master is its numbers, not its name: two styles with the same numbers are one. */
export function markOfNumbers(numbers: Numbers, model: Model): MannerMark {
  const parts = [numbers.code, numbers.broadCode, numbers.target].map(sha256)
  return `numbers ${parts.join(' ')} ${modelLabel(model)}`
}

/** A work is its picture, studied with a model: the mark is the same before the study and after it. */
export function markOfPicture(pictureSha256: string, model: Model): MannerMark {
  return `picture ${pictureSha256} ${modelLabel(model)}`
}
