/** A small plate of paper over the room: the only surface on which the hall's interface writes. */
export const plate = 'rounded bg-paper/95 text-ink'

/** Something to press on a plate. */
export const plateButton =
  'inline-flex min-h-11 min-w-11 items-center justify-center gap-2 px-3 text-label transition-colors hover:text-accent disabled:opacity-40'
