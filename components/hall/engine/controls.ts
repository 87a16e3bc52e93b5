export type Key = 'forward' | 'back' | 'left' | 'right' | 'turnLeft' | 'turnRight' | 'lookUp' | 'lookDown' | 'brisk'

/** What the visitor wants by keys and stick, each -1 to 1, or farther where both say the same. */
interface Wish {
  forward: number
  sideways: number
  /** To the left. */
  turning: number
  /** Upwards. */
  tilting: number
  isBrisk: boolean
}

export interface Controls {
  press(key: Key): void
  /** A key that was let go before any frame saw it still counts for one: a slow device loses no tap. */
  release(key: Key): void
  /** All keys, and the stick. */
  releaseAll(): void
  /** Joystick, -1 to 1: sideways and forwards. */
  readonly stick: { x: number; y: number }
  /** What is wanted in this frame; once for each. The same object every time: nothing is allocated. */
  read(): Wish
}

export function createControls(): Controls {
  const keys = new Set<Key>()
  const unseen = new Set<Key>()
  const leaving = new Set<Key>()
  const stick = { x: 0, y: 0 }
  const wish: Wish = { forward: 0, sideways: 0, turning: 0, tilting: 0, isBrisk: false }
  const between = (more: Key, less: Key) => Number(keys.has(more)) - Number(keys.has(less))
  return {
    press(key) {
      if (!keys.has(key)) unseen.add(key)
      leaving.delete(key)
      keys.add(key)
    },
    release(key) {
      if (unseen.has(key)) leaving.add(key)
      else keys.delete(key)
    },
    releaseAll() {
      keys.clear()
      unseen.clear()
      leaving.clear()
      stick.x = stick.y = 0
    },
    stick,
    read() {
      wish.forward = between('forward', 'back') + stick.y
      wish.sideways = between('right', 'left') + stick.x
      wish.turning = between('turnLeft', 'turnRight')
      wish.tilting = between('lookUp', 'lookDown')
      wish.isBrisk = keys.has('brisk')
      unseen.clear()
      for (const key of leaving) keys.delete(key)
      leaving.clear()
      return wish
    },
  }
}
