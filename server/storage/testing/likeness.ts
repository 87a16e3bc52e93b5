import sharp from 'sharp'

/** Side of a window, px, and how far apart they begin. */
const WINDOW = 8
const STEP = 4
/** (0.01 * 255)^2 and (0.03 * 255)^2. */
const [C1, C2] = [6.5025, 58.5225]

async function lightness(picture: Uint8Array) {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/**
 * How like two pictures of one size are to the eye, 1 for the same: mean structural similarity of their lightness (Wang, Bovik, Sheikh,
 * Simoncelli 2004), over square windows of 8 px.
 */
export async function likeness(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all([lightness(one), lightness(other)])
  if (a.width !== b.width || a.height !== b.height) throw new Error('the pictures are of different sizes')
  let [sum, count] = [0, 0]
  for (let top = 0; top + WINDOW <= a.height; top += STEP) {
    for (let left = 0; left + WINDOW <= a.width; left += STEP) {
      sum += windowLikeness(a.data, b.data, top * a.width + left, a.width)
      count += 1
    }
  }
  return sum / count
}

function windowLikeness(a: Buffer, b: Buffer, start: number, width: number): number {
  const n = WINDOW * WINDOW
  let [sumA, sumB, squareA, squareB, product] = [0, 0, 0, 0, 0]
  for (let y = 0; y < WINDOW; y++) {
    for (let x = 0; x < WINDOW; x++) {
      const at = start + y * width + x
      const [p, q] = [a[at] ?? 0, b[at] ?? 0]
      sumA += p
      sumB += q
      squareA += p * p
      squareB += q * q
      product += p * q
    }
  }
  const [meanA, meanB] = [sumA / n, sumB / n]
  const [varianceA, varianceB] = [squareA / n - meanA ** 2, squareB / n - meanB ** 2]
  const covariance = product / n - meanA * meanB
  const upper = (2 * meanA * meanB + C1) * (2 * covariance + C2)
  return upper / ((meanA ** 2 + meanB ** 2 + C1) * (varianceA + varianceB + C2))
}
