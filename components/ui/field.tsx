import type { ComponentProps } from 'react'

interface FieldProps extends ComponentProps<'input'> {
  id: string
  label: string
  hint?: string
  error?: string
}

/** A labelled input; hint and error are read out with it. */
export function Field({ id, label, hint, error, className = '', ...input }: FieldProps) {
  const hintId = hint ? `${id}-hint` : undefined
  const errorId = error ? `${id}-error` : undefined
  return (
    <div className={className}>
      <label htmlFor={id} className="block text-small font-medium">
        {label}
      </label>
      {hint && (
        <p id={hintId} className="text-label text-secondary">
          {hint}
        </p>
      )}
      <input
        id={id}
        className="mt-1 block min-h-12 w-full rounded border border-edge bg-paper px-3 text-body aria-invalid:border-2 aria-invalid:border-ink"
        aria-invalid={error ? true : undefined}
        aria-describedby={[hintId, errorId].filter(Boolean).join(' ') || undefined}
        {...input}
      />
      {error && (
        <p id={errorId} className="mt-1 border-l-2 border-ink pl-3 text-small">
          {error}
        </p>
      )}
    </div>
  )
}
