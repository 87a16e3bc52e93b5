import type { View } from '@/lib/hanging/viewing-pose'

/** The eye's optics: a field of view that suits the window, and a shift that centres the view beside the panel. */
export interface Lens {
  readonly aspect: number
  /** Vertical, radians. */
  readonly fieldOfView: number
  /** Shift of the view's middle as a share of half the window; positive moves the picture left, or up. */
  readonly shiftX: number
  readonly shiftY: number
  resize(width: number, height: number): void
  /** What the panel covers of the window, as shares of its width and height. */
  cover(right: number, bottom: number): void
  /** Shifts the view up by the tangent of an angle, as a view camera does: level eyes, upright uprights. */
  rise(tangent: number): void
  /** The uncovered part as it will be once the shift has come to rest. */
  target(): View
  /** What the shift moves to: x and y. */
  goal(): readonly [number, number]
  step(seconds: number): boolean
  /** Comes to rest at once. */
  settle(): void
}

export function createLens(): Lens {
  let [aspect, fieldOfView] = [1.6, 0.87]
  let [right, bottom] = [0, 0]
  let [shiftX, shiftY] = [0, 0]
  let rise = 0
  const goalY = () => rise / Math.tan(fieldOfView / 2) - bottom
  return {
    get aspect() {
      return aspect
    },
    get fieldOfView() {
      return fieldOfView
    },
    get shiftX() {
      return shiftX
    },
    get shiftY() {
      return shiftY
    },
    resize(width, height) {
      aspect = width / Math.max(1, height)
      // At least 50 degrees of width, so that a tall window does not look through a slit, and never a fish's eye.
      const forWidth = 2 * Math.atan(Math.tan((25 * Math.PI) / 180) / aspect)
      fieldOfView = Math.min((76 * Math.PI) / 180, Math.max((47 * Math.PI) / 180, forWidth))
    },
    cover(share, below) {
      right = share
      bottom = below
    },
    rise(tangent) {
      rise = tangent
    },
    target() {
      const wide = (aspect * (1 - right)) / (1 - bottom)
      return { fieldOfView, aspect: wide, heightShare: 1 - bottom, fill: aspect < 1 ? 0.84 : 0.66 }
    },
    goal: () => [right, goalY()],
    step(seconds) {
      const dx = right - shiftX
      const dy = goalY() - shiftY
      if (Math.abs(dx) + Math.abs(dy) < 5e-4) {
        shiftX = right
        shiftY = goalY()
        return false
      }
      const share = 1 - Math.exp(-5 * seconds)
      shiftX += dx * share
      shiftY += dy * share
      return true
    },
    settle() {
      shiftX = right
      shiftY = goalY()
    },
  }
}
