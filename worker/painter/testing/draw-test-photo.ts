/** A made-up photo for tests, RGB: a sky, a hill, a sun and some grain; the same every time. */
export function drawTestPhoto(width: number, height: number): Uint8Array {
  const rgb = new Uint8Array(3 * width * height)
  let seed = 1
  const grain = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return (seed / 2 ** 32 - 0.5) * 12
  }
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to += 3) {
      const u = x / Math.max(1, width - 1)
      const v = y / Math.max(1, height - 1)
      const isHill = v > 0.6 + 0.15 * Math.sin(7 * u)
      const isSun = Math.hypot(u - 0.7, v - 0.25) < 0.12
      const colour = isSun
        ? [250, 220, 120]
        : isHill
          ? [70 + 60 * u, 110 - 40 * v, 50]
          : [120 + 90 * v, 160 + 40 * v, 220 - 60 * v]
      for (let c = 0; c < 3; c++) rgb[to + c] = Math.min(255, Math.max(0, (colour[c] as number) + grain()))
    }
  }
  return rgb
}
