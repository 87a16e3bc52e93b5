import type { ComponentProps } from 'react'

/** A part of a drawing that is there for the eye alone: what it says is said by the names of works and by the figures beside it. */
export function Silent(props: ComponentProps<'g'>) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a drawing takes no focus
  return <g aria-hidden="true" {...props} />
}
