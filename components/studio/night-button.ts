const base =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded px-5 py-2 text-small font-medium transition-colors disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50'

/** Buttons of the viewing room: `components/ui/button-class` in the colours of night. */
export const nightButton = {
  primary: `${base} bg-night-ink text-night enabled:not-aria-disabled:hover:bg-night-accent [a&]:hover:bg-night-accent`,
  secondary: `${base} border border-night-secondary text-night-ink hover:border-night-accent hover:text-night-accent`,
  quiet:
    'inline-flex min-h-11 items-center text-small text-night-accent underline decoration-1 underline-offset-4 transition-colors hover:decoration-2 disabled:opacity-50',
} as const
