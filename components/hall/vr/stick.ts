/** So far a stick is pushed when it is meant, and so far it may stray when it is let go. */
const far = 0.7
const near = 0.4

export type StickWish = 'left' | 'right' | 'go'

/**
 * Reads one stick, frame by frame: a push to a side asks for one turn, however long it lasts; a push forward asks to go where the hand points,
 * once it is let go, so that one can still aim.
 */
export function createStick(): (across: number, down: number) => StickWish | null {
  let state: 'free' | 'turned' | 'aims' = 'free'
  return (across, down) => {
    if (state === 'free') {
      if (Math.max(Math.abs(across), -down) < far) return null
      state = Math.abs(across) > -down ? 'turned' : 'aims'
      if (state === 'aims') return null
      return across < 0 ? 'left' : 'right'
    }
    if (Math.hypot(across, down) > near) return null
    const wish = state === 'aims' ? 'go' : null
    state = 'free'
    return wish
  }
}

/** Of a controller's axes the stick's two; one without a stick has a pad in its place. */
export function stickOf(axes: readonly number[]): [across: number, down: number] {
  const [padX = 0, padY = 0, x = padX, y = padY] = axes
  return [x, y]
}
