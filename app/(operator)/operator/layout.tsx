import type { ReactNode } from 'react'
import { OperatorNavigation } from '@/components/operator/operator-navigation'
import { hasRole } from '@/server/accounts/require-role'
import { getLocale } from '@/server/http/locale'
import { getViewer } from '@/server/http/viewer'

/** The desk's frame. It guards nothing: each page asks `enterOperation`, and each read refuses by itself. */
export default async function OperatorLayout({ children }: { children: ReactNode }) {
  const [locale, viewer] = await Promise.all([getLocale(), getViewer()])
  return (
    <>
      {hasRole(viewer, 'OPERATOR') && <OperatorNavigation locale={locale} />}
      {children}
    </>
  )
}
