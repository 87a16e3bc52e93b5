import { type RefObject, useEffectEvent, useLayoutEffect, useRef } from 'react'

/**
 * Gives the focus back when a panel closes that holds it, so that it does not fall to the page: to what had it when the panel opened, or to
 * what `to` names. A focus that has gone elsewhere meanwhile stays there.
 */
export function useFocusReturn(panel: RefObject<HTMLElement | null>, to?: () => HTMLElement | null | undefined): void {
  const before = useRef<Element | null>(null)
  const giveBack = useEffectEvent(() => {
    const target = to ? to() : before.current
    if (target instanceof HTMLElement) target.focus({ preventScroll: true })
  })
  // Layout effects run before a panel takes the focus in an effect, and end while it is still in the page.
  useLayoutEffect(() => {
    const element = panel.current
    before.current ??= document.activeElement
    return () => {
      if (element?.contains(document.activeElement)) giveBack()
    }
  }, [panel])
}
