'use client'

import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'

/** A line of links that scrolls sideways where it is too long, and always shows the present one. */
export function SidewaysList({ className, children }: { className: string; children: ReactNode }) {
  const list = useRef<HTMLUListElement>(null)
  // Renders anew with each page.
  usePathname()
  const shown = useRef<Element | null>(null)
  // After every render: which one is present is its links' own business.
  useEffect(() => {
    const present = list.current?.querySelector('[aria-current]')
    if (!list.current || !present || present === shown.current) return
    shown.current = present
    // By itself and not by scrollIntoView, which would move the page too.
    const [line, link] = [list.current.getBoundingClientRect(), present.getBoundingClientRect()]
    list.current.scrollLeft += link.left + link.width / 2 - line.left - line.width / 2
  })
  return (
    <ul ref={list} className={`overflow-x-auto ${className}`}>
      {children}
    </ul>
  )
}
