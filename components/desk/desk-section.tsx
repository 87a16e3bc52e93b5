import type { ReactNode } from 'react'

interface DeskSectionProps {
  title: string
  hint?: string
  children: ReactNode
}

/** One part of a page of the desk, under a hairline and its name. */
export function DeskSection({ title, hint, children }: DeskSectionProps) {
  return (
    <section aria-label={title} className="mb-12 border-t pt-4 lg:mb-14">
      <h2 className="text-label text-secondary lg:text-small">{title}</h2>
      {hint && <p className="mt-1 max-w-measure text-label text-secondary">{hint}</p>}
      <div className="mt-4">{children}</div>
    </section>
  )
}
