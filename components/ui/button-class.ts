export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

const base =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded px-5 py-2 text-small font-medium transition-colors disabled:opacity-50'

const kinds: Record<ButtonKind, string> = {
  primary: `${base} bg-accent text-paper enabled:hover:bg-accent-deep [a&]:hover:bg-accent-deep`,
  secondary: `${base} border border-edge text-ink hover:border-accent hover:text-accent`,
  quiet:
    'inline-flex min-h-11 items-center gap-2 text-small text-accent underline decoration-1 underline-offset-4 transition-colors hover:text-accent-deep hover:decoration-2 disabled:opacity-50',
  danger: `${base} border border-ink text-ink hover:bg-ink hover:text-paper`,
}

/** Classes of everything that looks like a button, links included. One primary action a view. */
export function buttonClass(kind: ButtonKind = 'secondary'): string {
  return kinds[kind]
}
