import type { ReactNode } from 'react'

interface WayOnProps {
  title: string
  text: string
  /** Small print beneath. */
  note?: string | undefined
  children: ReactNode
}

/** A page that has nothing to show: what that means, and where to go. */
export function WayOn({ title, text, note, children }: WayOnProps) {
  return (
    <section className="page pt-12 lg:pt-24">
      <h1 className="editorial text-headline lg:text-display">{title}</h1>
      <p className="mt-4 mb-8 max-w-measure text-body lg:mt-6">{text}</p>
      <div className="flex flex-wrap gap-3">{children}</div>
      {note && <p className="mt-8 text-label text-secondary">{note}</p>}
    </section>
  )
}
