import { NavLink } from '@/components/ui/nav-link'
import { SidewaysList } from '@/components/ui/sideways-list'
import type { Locale } from '@/lib/i18n/locale'
import { operatorDeskMessages } from '@/lib/i18n/messages/operator-desk'

/** In order; the first is the desk itself. */
const pages = ['overview', 'queue', 'people', 'storage', 'models', 'announcements', 'house', 'audit'] as const

/** The operator's own line under the house's. On a phone it scrolls sideways by itself, to the present one. */
export function OperatorNavigation({ locale }: { locale: Locale }) {
  const t = operatorDeskMessages[locale]
  return (
    <nav aria-label={t.navigation} className="border-b">
      <SidewaysList className="page flex gap-x-6 lg:gap-x-8">
        {pages.map((page) => (
          <li key={page}>
            <NavLink href={page === 'overview' ? '/operator' : `/operator/${page}`}>{t[page]}</NavLink>
          </li>
        ))}
      </SidewaysList>
    </nav>
  )
}
