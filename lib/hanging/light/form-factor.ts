/**
 * Light that a surface element receives from a quadrilateral of uniform radiosity, as a share of that radiosity (0 to 1).
 * Lambert's formula for polygons (1760): the sum over the edges of their angle as seen from the point, times how the edge's plane leans to
 * the normal, over 2 pi. Exact where the whole quadrilateral lies before the surface; the part behind is not cut off.
 * `corners` holds x, y, z of four corners; the sign of their order does not matter.
 */
export function quadFormFactor(
  corners: Float32Array,
  from: number,
  x: number,
  y: number,
  z: number,
  nx: number,
  ny: number,
  nz: number,
): number {
  let sum = 0
  let ax = (corners[from + 9] as number) - x
  let ay = (corners[from + 10] as number) - y
  let az = (corners[from + 11] as number) - z
  let a = Math.hypot(ax, ay, az) || 1e-6
  for (let i = 0; i < 12; i += 3) {
    const bx = (corners[from + i] as number) - x
    const by = (corners[from + i + 1] as number) - y
    const bz = (corners[from + i + 2] as number) - z
    const b = Math.sqrt(bx * bx + by * by + bz * bz) || 1e-6
    const cx = ay * bz - az * by
    const cy = az * bx - ax * bz
    const cz = ax * by - ay * bx
    const cross = Math.sqrt(cx * cx + cy * cy + cz * cz)
    if (cross > 1e-9) {
      const cosine = Math.min(1, Math.max(-1, (ax * bx + ay * by + az * bz) / (a * b)))
      sum += (Math.acos(cosine) * (cx * nx + cy * ny + cz * nz)) / cross
    }
    ax = bx
    ay = by
    az = bz
    a = b
  }
  return Math.abs(sum) / (2 * Math.PI)
}
