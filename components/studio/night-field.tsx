import type { ComponentProps } from 'react'

interface Labels {
  id: string
  label: string
  hint?: string
  error?: string
}

const box =
  'mt-1 block w-full rounded border border-night-secondary bg-transparent px-3 text-small text-night-ink aria-invalid:border-2 aria-invalid:border-night-ink'

function describedBy({ id, hint, error }: Labels): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
}

function Frame({ id, label, hint, error, children }: Labels & { children: React.ReactNode }) {
  return (
    <div>
      <label htmlFor={id} className="block text-small font-medium">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-label text-night-secondary">
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p id={`${id}-error`} className="mt-1 border-l-2 border-night-ink pl-3 text-small">
          {error}
        </p>
      )}
    </div>
  )
}

/** A labelled input in a viewing room. */
export function NightField({ id, label, hint, error, ...input }: Labels & ComponentProps<'input'>) {
  const labels = { id, label, hint, error }
  return (
    <Frame {...labels}>
      <input
        id={id}
        className={`${box} min-h-12`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(labels)}
        {...input}
      />
    </Frame>
  )
}

/** The same for several lines of text. */
export function NightTextField({ id, label, hint, error, ...input }: Labels & ComponentProps<'textarea'>) {
  const labels = { id, label, hint, error }
  return (
    <Frame {...labels}>
      <textarea
        id={id}
        rows={3}
        className={`${box} py-2`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(labels)}
        {...input}
      />
    </Frame>
  )
}
