import type { ReactNode } from 'react'

/** A page that has nothing to show: what that means, and where to go. */
export function WayOn({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className="page pt-12 lg:pt-24">
      <h1 className="editorial text-headline lg:text-display">{title}</h1>
      <p className="mt-4 mb-8 max-w-measure text-body lg:mt-6">{text}</p>
      <div className="flex flex-wrap gap-3">{children}</div>
    </section>
  )
}
