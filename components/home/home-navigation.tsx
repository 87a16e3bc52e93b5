import { NavLink } from '@/components/ui/nav-link'
import { SidewaysList } from '@/components/ui/sideways-list'
import type { Locale } from '@/lib/i18n/locale'
import { curatorMessages } from '@/lib/i18n/messages/curator'
import { homeMessages } from '@/lib/i18n/messages/home'

/** From one part of an artist's home to the others, under the house's own line. On a phone it scrolls sideways by itself, to the present one. */
export function HomeNavigation({ locale }: { locale: Locale }) {
  const t = homeMessages[locale]
  const pages = [
    { href: '/me/page', name: t.pageTitle },
    { href: '/me/works', name: t.worksTitle },
    { href: '/me/room', name: t.roomTitle },
    { href: '/me/collections', name: t.collectionsTitle },
    { href: '/me/submissions', name: curatorMessages[locale].mineTitle },
  ]
  return (
    <nav aria-label={t.navigation} className="border-b">
      <SidewaysList className="page flex gap-x-6 lg:gap-x-8">
        {pages.map(({ href, name }) => (
          <li key={href}>
            <NavLink href={href} also={[`${href}/`]}>
              {name}
            </NavLink>
          </li>
        ))}
      </SidewaysList>
    </nav>
  )
}
