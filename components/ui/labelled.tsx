import type { ReactNode } from 'react'

export interface LabelledProps {
  id: string
  label: string
  hint?: string
  error?: string
  className?: string
}

interface FrameProps extends LabelledProps {
  /** The control; it takes these, so that hint and error are read out with it. */
  children: (described: { id: string; 'aria-invalid'?: true; 'aria-describedby'?: string }) => ReactNode
}

/** A control under its label, with a hint above it and an error below. */
export function Labelled({ id, label, hint, error, className = '', children }: FrameProps) {
  const hintId = hint ? `${id}-hint` : undefined
  const errorId = error ? `${id}-error` : undefined
  const describedBy = [hintId, errorId].filter(Boolean).join(' ')
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
      {children({
        id,
        ...(error && { 'aria-invalid': true }),
        ...(describedBy && { 'aria-describedby': describedBy }),
      })}
      {error && (
        <p id={errorId} className="mt-1 border-l-2 border-ink pl-3 text-small">
          {error}
        </p>
      )}
    </div>
  )
}
