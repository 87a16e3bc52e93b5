import type { Obstacles } from '@/lib/hanging/obstacles'

interface Spot {
  x: number
  z: number
}

/** Whether no wall stands between two points of the floor. Allocates nothing. */
export function isInSight(obstacles: Obstacles, from: Spot, to: Spot): boolean {
  const [dx, dz] = [to.x - from.x, to.z - from.z]
  for (let i = 0; i + 3 < obstacles.length; i += 4) {
    const ax = obstacles[i] as number
    const az = obstacles[i + 1] as number
    const ex = (obstacles[i + 2] as number) - ax
    const ez = (obstacles[i + 3] as number) - az
    const across = dx * ez - dz * ex
    if (Math.abs(across) < 1e-9) continue
    const along = ((ax - from.x) * ez - (az - from.z) * ex) / across
    const on = ((ax - from.x) * dz - (az - from.z) * dx) / across
    if (along > 0 && along < 1 && on >= 0 && on <= 1) return false
  }
  return true
}
