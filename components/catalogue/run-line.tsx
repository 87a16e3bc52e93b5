import type { ExhibitionCard } from '@/lib/contracts/exhibitions'
import { formatRun } from '@/lib/i18n/format-run'
import type { Locale } from '@/lib/i18n/locale'
import { catalogueMessages } from '@/lib/i18n/messages/catalogue'

type RunLineProps = Pick<ExhibitionCard, 'opensAt' | 'closesAt' | 'workCount'> & { locale: Locale; lead?: string }

/** One quiet line above or below a title: what it is, when it runs, how much hangs there. */
export function RunLine({ opensAt, closesAt, workCount, locale, lead }: RunLineProps) {
  const t = catalogueMessages[locale]
  const parts = [lead, formatRun(opensAt, closesAt, locale), workCount > 0 ? t.works(workCount) : null].filter(Boolean)
  return <p className="text-label text-secondary lg:text-small">{parts.join(' · ')}</p>
}
