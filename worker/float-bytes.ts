/** Numbers as the database keeps them: float32, little-endian. */
export function bytesOf(numbers: Float32Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 4)
  const view = new DataView(bytes.buffer)
  for (const [index, value] of numbers.entries()) view.setFloat32(index * 4, value, true)
  return bytes
}

/** Bytes of the database as numbers; a rest of fewer than four bytes is none. */
export function numbersOf(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Float32Array.from({ length: bytes.byteLength >> 2 }, (_, index) => view.getFloat32(index * 4, true))
}
