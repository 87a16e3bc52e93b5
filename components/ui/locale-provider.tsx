'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Locale } from '@/lib/i18n/locale'

const LocaleContext = createContext<Locale>('en')

/** Makes the page's language known to client components; the root layout wraps everything in it. */
export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>
}

export function useLocale(): Locale {
  return useContext(LocaleContext)
}
