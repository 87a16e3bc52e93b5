import { rightsCodeOf } from '@/lib/contracts/rights'
import type { Locale } from '@/lib/i18n/locale'
import { rightsMessages } from '@/lib/i18n/messages/rights'

/** A licence or rights statement by its name, leading to its own words; nothing where none is given. */
export function RightsLine({ rights, locale }: { rights: string; locale: Locale }) {
  if (!/^https?:\/\//.test(rights)) return null
  return (
    <a href={rights} rel="license noreferrer" className="underline decoration-1 underline-offset-4 hover:text-ink">
      {rightsMessages[locale][rightsCodeOf(rights) ?? 'other']}
    </a>
  )
}
