import Link from 'next/link'
import { NoticesLink } from '@/components/notices/notices-link'
import type { Role } from '@/lib/contracts/common'
import type { Locale } from '@/lib/i18n/locale'
import { commonMessages } from '@/lib/i18n/messages/common'
import { deskMessages } from '@/lib/i18n/messages/desk'
import { LanguageSwitch } from './language-switch'
import { NavLink } from './nav-link'

interface SiteHeaderProps {
  locale: Locale
  /** What it calls itself. */
  house: string
  /** Null for guests and strangers. */
  account: { name: string; role: Role; unreadNotices: number } | null
}

/** Wordmark, four ways and the account: one line on a wide screen, two on a phone; nothing is hidden behind a menu. */
export function SiteHeader({ locale, house, account }: SiteHeaderProps) {
  const t = commonMessages[locale]
  const isCurator = account?.role === 'CURATOR' || account?.role === 'OPERATOR'
  return (
    <header className="border-b">
      <div className="page flex flex-wrap items-center gap-x-10 pt-2 lg:h-20 lg:flex-nowrap lg:pt-0">
        <Link
          href="/"
          prefetch={false}
          className="editorial inline-flex min-h-11 items-center text-[1.625rem] leading-8 lg:text-[1.75rem]"
        >
          {house}
        </Link>
        <nav aria-label={t.mainNavigation} className="order-last w-full lg:order-none lg:w-auto">
          <ul className="flex justify-between gap-x-3 lg:justify-start lg:gap-x-8">
            <li>
              <NavLink href="/" also={['/exhibitions', '/works']}>
                {t.exhibitions}
              </NavLink>
            </li>
            <li>
              <NavLink href="/studio" also={['/studio/']}>
                {t.paintMe}
              </NavLink>
            </li>
            <li>
              <NavLink href="/me/favourites" also={['/me/following']}>
                {t.myFavourites}
              </NavLink>
            </li>
            <li>
              <NavLink href="/me/portraits">{t.myPortraits}</NavLink>
            </li>
          </ul>
        </nav>
        <nav aria-label={t.accountNavigation} className="ml-auto">
          <ul className="flex items-center gap-x-5 lg:gap-x-8">
            {isCurator && (
              <li className="max-sm:hidden">
                <NavLink href="/curator" also={['/curator/']}>
                  {deskMessages[locale].desk}
                </NavLink>
              </li>
            )}
            {account?.role === 'OPERATOR' && (
              // On narrower screens the line is full; the account page leads there as well.
              <li className="max-xl:hidden">
                <NavLink href="/operator" also={['/operator/']}>
                  {t.operation}
                </NavLink>
              </li>
            )}
            {account && (
              // On a phone only while there is something new; the account page leads there as well.
              <li className={account.unreadNotices > 0 ? undefined : 'max-lg:hidden'}>
                <NoticesLink initialUnread={account.unreadNotices} />
              </li>
            )}
            <li>
              <LanguageSwitch locale={locale} />
            </li>
            <li className="max-w-40 [&_a]:max-w-full [&_a]:truncate">
              {account ? (
                <NavLink href="/account">{account.name}</NavLink>
              ) : (
                <NavLink href="/sign-in" also={['/sign-up']}>
                  {t.signIn}
                </NavLink>
              )}
            </li>
          </ul>
        </nav>
      </div>
    </header>
  )
}
