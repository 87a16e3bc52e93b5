const word = new Float32Array(1)
const bits = new Uint32Array(word.buffer)

/** A number as the bits of a half float (IEEE 754 binary16), rounded to the nearest; what is below its normal range becomes 0. */
export function toHalf(value: number): number {
  word[0] = Math.min(65504, Math.max(-65504, value))
  const whole = bits[0] as number
  const sign = (whole >>> 16) & 0x8000
  const magnitude = (whole & 0x7fffffff) + 0x1000
  const exponent = (magnitude >>> 23) - 112
  return exponent <= 0 ? sign : sign | Math.min(0x7bff, (exponent << 10) | ((magnitude >>> 13) & 0x3ff))
}

export function fromHalf(half: number): number {
  const exponent = (half >>> 10) & 0x1f
  if (exponent === 0) return 0
  bits[0] = ((half & 0x8000) << 16) | ((exponent + 112) << 23) | ((half & 0x3ff) << 13)
  return word[0] as number
}
