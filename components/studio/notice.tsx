import type { ReactNode } from 'react'

interface NoticeProps {
  id?: string
  /** `alert` for what stops a person, `status` for what they may read in passing. */
  role?: 'alert' | 'status'
  className?: string
  children: ReactNode
}

/** A sentence about something that did not work, beside what it concerns: a line at its edge, no colour. */
export function Notice({ id, role = 'alert', className = '', children }: NoticeProps) {
  return (
    <p id={id} role={role} className={`max-w-measure border-l-2 border-current pl-3 text-small ${className}`}>
      {children}
    </p>
  )
}
