import type { MouseEvent } from 'react'

/** Whether a press leads from this page by a link, and not into another window. */
export function followsLink({ target, button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  const link = target instanceof Element ? target.closest('a') : null
  return link !== null && link.target !== '_blank' && button === 0 && !(metaKey || ctrlKey || shiftKey || altKey)
}
