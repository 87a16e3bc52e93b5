import type { ReactNode } from 'react'
import { DeskNavigation } from '@/components/desk/desk-navigation'
import { getLocale } from '@/server/http/locale'
import { getViewer } from '@/server/http/viewer'

/** The desk's frame. It guards nothing: each page asks `enterDesk`, and each read refuses by itself. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const [locale, viewer] = await Promise.all([getLocale(), getViewer()])
  return (
    <>
      {viewer && !viewer.isGuest && <DeskNavigation locale={locale} role={viewer.role} />}
      {children}
    </>
  )
}
