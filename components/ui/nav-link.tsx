'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

interface NavLinkProps {
  href: string
  /** Other path prefixes that belong to this entry. */
  also?: string[]
  children: ReactNode
}

/** A navigation entry that knows whether it is the present one. */
export function NavLink({ href, also = [], children }: NavLinkProps) {
  const pathname = usePathname()
  const isWithin = also.some((prefix) => pathname.startsWith(prefix))
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={pathname === href ? 'page' : isWithin ? 'true' : undefined}
      className="inline-flex min-h-11 items-center whitespace-nowrap border-b border-transparent text-label hover:border-ink aria-[current]:border-ink lg:text-small"
    >
      {children}
    </Link>
  )
}
