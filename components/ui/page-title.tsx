import type { ReactNode } from 'react'

/** The head of a plain page: its title, and what stands under it. */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="mb-10 lg:mb-14">
      <h1 className="editorial text-headline lg:text-display">{title}</h1>
      {children}
    </header>
  )
}
