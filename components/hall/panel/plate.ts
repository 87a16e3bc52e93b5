/** A small plate of paper over the room: the only surface on which the hall's interface writes. */
export const plate = 'rounded bg-paper/95 text-ink'

/** Something to press on a plate. */
export const plateButton =
  'inline-flex min-h-11 min-w-11 items-center justify-center gap-2 px-3 text-label transition-colors hover:text-accent disabled:opacity-40'

/** A plate over everything that is seen while the keyboard's focus is on it; where it stands is to be added. */
export const onFocusOnly = `${plate} absolute z-30 max-w-[min(28rem,calc(100%-2rem))] truncate px-4 py-3 text-label not-focus-visible:sr-only`
