'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

interface PageFrameProps {
  header: ReactNode
  footer: ReactNode
  children: ReactNode
}

/** Header, content and footer; a hall fills the window and brings its own way out, so it gets neither header nor footer. */
export function PageFrame({ header, footer, children }: PageFrameProps) {
  const isHall = /^\/exhibitions\/[^/]+\/hall$/.test(usePathname())
  if (isHall) {
    return (
      <main id="content" tabIndex={-1} className="outline-none">
        {children}
      </main>
    )
  }
  return (
    <div className="flex min-h-svh flex-col">
      {header}
      <main id="content" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      {footer}
    </div>
  )
}
