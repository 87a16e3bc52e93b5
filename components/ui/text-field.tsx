import type { ComponentProps } from 'react'

interface TextFieldProps extends ComponentProps<'textarea'> {
  id: string
  label: string
  hint?: string
  error?: string
}

/** A labelled field for several lines; hint and error are read out with it. */
export function TextField({ id, label, hint, error, className = '', ...area }: TextFieldProps) {
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
      <textarea
        id={id}
        rows={3}
        className="mt-1 block w-full rounded border border-edge bg-paper px-3 py-2 text-small aria-invalid:border-2 aria-invalid:border-ink"
        aria-invalid={error ? true : undefined}
        aria-describedby={[hintId, errorId].filter(Boolean).join(' ') || undefined}
        {...area}
      />
      {error && (
        <p id={errorId} className="mt-1 border-l-2 border-ink pl-3 text-small">
          {error}
        </p>
      )}
    </div>
  )
}
