import { NavLink } from '@/components/ui/nav-link'
import { SidewaysList } from '@/components/ui/sideways-list'
import { type Role, roles } from '@/lib/contracts/common'
import type { Locale } from '@/lib/i18n/locale'
import { deskMessages } from '@/lib/i18n/messages/desk'
import { deskPages } from './desk-pages'

/** The desk's own line under the house's: pages that this role may see. On a phone it scrolls sideways by itself, to the present one. */
export function DeskNavigation({ locale, role }: { locale: Locale; role: Role }) {
  const t = deskMessages[locale]
  const mine = deskPages.filter((page) => roles.indexOf(role) >= roles.indexOf(page.role))
  if (mine.length === 0) return null
  return (
    <nav aria-label={t.navigation} className="border-b">
      <SidewaysList className="page flex gap-x-6 lg:gap-x-8">
        {mine.map(({ href, name }) => (
          <li key={href}>
            <NavLink href={href} also={[`${href}/`]}>
              {t[name]}
            </NavLink>
          </li>
        ))}
      </SidewaysList>
    </nav>
  )
}
