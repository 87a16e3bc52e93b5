import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { HouseLines } from '@/components/house/house-lines'
import { EarlyPresses } from '@/components/ui/early-presses'
import { LocaleProvider } from '@/components/ui/locale-provider'
import { PageFrame } from '@/components/ui/page-frame'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { languageTag } from '@/lib/i18n/locale'
import { commonMessages } from '@/lib/i18n/messages/common'
import { nameOfHouse } from '@/lib/i18n/messages/house'
import { readCurrentAnnouncements } from '@/server/house/announcements'
import { freshHouse, readHouse } from '@/server/house/read-house'
import { getLocale } from '@/server/http/locale'
import { getPageNonce } from '@/server/http/page-nonce'
import { getViewer } from '@/server/http/viewer'
import { countUnread } from '@/server/notices/list-notices'
import './globals.css'

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#ffffff' }

export async function generateMetadata(): Promise<Metadata> {
  const locale = await getLocale()
  const t = commonMessages[locale]
  const house = nameOfHouse((await readHouse().catch(() => freshHouse)).name, locale)
  return {
    title: { default: house, template: `%s – ${house}` },
    description: t.description,
    applicationName: house,
    robots: { index: true, follow: true },
    formatDetection: { telephone: false, email: false, address: false },
    openGraph: { type: 'website', siteName: house, locale: locale === 'zh' ? 'zh_CN' : 'en_GB' },
    icons: { icon: [{ url: '/icon.svg', type: 'image/svg+xml' }] },
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, viewer, house, announcements, nonce] = await Promise.all([
    getLocale(),
    getViewer(),
    // A page is worth more than the line above it.
    readHouse().catch(() => freshHouse),
    readCurrentAnnouncements().catch(() => []),
    getPageNonce(),
  ])
  const account =
    viewer && !viewer.isGuest
      ? { name: viewer.name, role: viewer.role, unreadNotices: await countUnread(viewer.id) }
      : null
  return (
    <html lang={languageTag[locale]}>
      <body>
        <EarlyPresses nonce={nonce} />
        <LocaleProvider locale={locale}>
          <a
            href="#content"
            className="absolute top-2 left-2 z-50 -translate-y-24 rounded bg-accent px-4 py-3 text-small text-paper focus:translate-y-0"
          >
            {commonMessages[locale].skip}
          </a>
          <PageFrame
            header={
              <>
                <HouseLines announcements={announcements} isSetUp={house.isSetUp} nonce={nonce} locale={locale} />
                <SiteHeader locale={locale} house={nameOfHouse(house.name, locale)} account={account} />
              </>
            }
            footer={<SiteFooter locale={locale} />}
          >
            {children}
          </PageFrame>
        </LocaleProvider>
      </body>
    </html>
  )
}
