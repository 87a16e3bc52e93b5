/** A lamp on the ceiling before a work, aimed at its middle. Metres; the wall shader (shaders/wall-material) computes the same. */
export interface Lamp {
  /** From the wall. */
  out: number
  y: number
  /** The beam's breadth over its height: wide works get a spreading lens. */
  spread: number
  /** Cosines of the beam's soft edge: dark at `outer`, full at `inner`. */
  outer: number
  inner: number
}

export function lampFor(width: number, height: number, roomHeight: number): Lamp {
  const y = Math.min(roomHeight - 0.22, 4.2)
  const out = Math.min(2.2, Math.max(0.9, (y - 1.5) * 0.62))
  const reach = Math.hypot(out, y - 1.5)
  const half = Math.atan((height / 2 + 0.42) / reach)
  return {
    out,
    y,
    spread: Math.max(1, (width + 0.7) / (height + 0.8)),
    outer: Math.cos(half * 1.5),
    inner: Math.cos(half * 0.45),
  }
}

/** Light on the wall at (du, y) from the middle of a work whose centre is at height `centre`; 1 at that middle. */
export function lampOnWall(lamp: Lamp, du: number, y: number, centre: number): number {
  const across = du / lamp.spread
  const [ax, ay, az] = [0, centre - lamp.y, -lamp.out]
  const axis = Math.hypot(ay, az)
  const [px, py, pz] = [across, y - lamp.y, -lamp.out]
  const distance = Math.hypot(px, py, pz)
  const cosine = (ax * px + ay * py + az * pz) / (axis * distance)
  const edge = Math.min(1, Math.max(0, (cosine - lamp.outer) / (lamp.inner - lamp.outer)))
  return edge * edge * (3 - 2 * edge) * (axis / distance) ** 3
}
