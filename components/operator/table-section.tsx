import type { ReactNode } from 'react'

interface TableSectionProps {
  title: string
  className?: string
  children: ReactNode
}

/** A table, or the sentence that stands in for an empty one, under its title. */
export function TableSection({ title, className = '', children }: TableSectionProps) {
  return (
    <section aria-label={title} className={`mb-14 ${className}`}>
      <h2 className="mb-4 text-label text-secondary lg:text-small">{title}</h2>
      {children}
    </section>
  )
}
