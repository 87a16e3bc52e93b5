/** How long the view takes to fade out, milliseconds; the style sheet's transition is as long. */
const fadeOut = 220

export interface Veil {
  /** The element that covers the view. */
  element: HTMLElement | null
  /** Covers the view, moves, and uncovers it: in place of a walk. */
  jump(move: () => void): void
}

/** A cut in place of a walk. A second one while the first is covering takes its place. */
export function createVeil(wake: () => void): Veil {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    element: null,
    jump(move) {
      clearTimeout(timer)
      if (this.element) this.element.style.opacity = '1'
      timer = setTimeout(() => {
        move()
        wake()
        if (this.element) this.element.style.opacity = '0'
      }, fadeOut)
    },
  }
}
