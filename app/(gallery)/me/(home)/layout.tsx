import type { ReactNode } from 'react'
import { HomeNavigation } from '@/components/home/home-navigation'
import { getLocale } from '@/server/http/locale'
import { getViewer } from '@/server/http/viewer'

/** The frame of an artist's home; each page asks by itself who is there. */
export default async function HomeLayout({ children }: { children: ReactNode }) {
  const [locale, viewer] = await Promise.all([getLocale(), getViewer()])
  return (
    <>
      {viewer && !viewer.isGuest && <HomeNavigation locale={locale} />}
      {children}
    </>
  )
}
