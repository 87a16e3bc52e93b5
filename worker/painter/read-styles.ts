import { PainterError } from './painter-error'
import type { ModelManifest } from './read-manifest'
import { targetsLength } from './style-target'
import type { PainterStyle } from './thread-messages'

export type MasterStyle = ModelManifest['styles'][number] & PainterStyle

export interface ModelStyles {
  /** Paints the photo itself: the other end of strength. */
  photoCode: Float32Array
  styles: MasterStyle[]
}

/** IEEE 754 binary16, little-endian, as numbers. */
function readHalves(view: DataView, at: number, length: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => {
    const bits = view.getUint16(at + 2 * i, true)
    const exponent = (bits >> 10) & 31
    const fraction = bits & 1023
    const size = exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15)
    return bits & 0x8000 ? -size : size
  })
}

function readFloats(view: DataView, at: number, length: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => view.getFloat32(at + 4 * i, true))
}

/**
 * A model's numbers: the photo's code, then for each style fine code, broad code (float32), its targets, one for each size, as they are kept
 * (float16), little-endian, in the manifest's order (written by training/export.py).
 * @throws PainterError `model_damaged` where the length is not that of the manifest, or a number is none
 */
export function readStyles(model: ModelManifest, bytes: Uint8Array): ModelStyles {
  const { codeLength, target: shape, styles } = model
  const targetLength = targetsLength(shape)
  const each = 8 * codeLength + 2 * targetLength
  const wanted = 4 * codeLength + each * styles.length
  const damaged = (why: string) =>
    new PainterError('model_damaged', `The styles of ${model.name} ${model.version} cannot be used: ${why}.`)
  if (bytes.byteLength !== wanted) throw damaged(`${bytes.byteLength} bytes instead of ${wanted}`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const photoCode = readFloats(view, 0, codeLength)
  const found = styles.map((style, n) => {
    const at = 4 * codeLength + n * each
    const target = targetLength > 0 ? readHalves(view, at + 8 * codeLength, targetLength) : null
    return {
      ...style,
      fine: readFloats(view, at, codeLength),
      broad: readFloats(view, at + 4 * codeLength, codeLength),
      target,
    }
  })
  for (const { id, fine, broad, target } of found) {
    if (![fine, broad, target].every((numbers) => numbers?.every(Number.isFinite) ?? true))
      throw damaged(`a number of ${id} is none`)
  }
  return { photoCode, styles: found }
}
