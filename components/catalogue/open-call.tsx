import Link from 'next/link'
import type { ExhibitionCard } from '@/lib/contracts/exhibitions'
import { formatMoment } from '@/lib/i18n/format-moment'
import type { Locale } from '@/lib/i18n/locale'
import { catalogueMessages } from '@/lib/i18n/messages/catalogue'
import { Paragraphs } from './paragraphs'

type OpenCallProps = Pick<ExhibitionCard, 'callClosesAt' | 'callText'> & { locale: Locale }

/** That works are called for, in the curators' words where there are some, and until when. */
export function OpenCall({ callClosesAt, callText, locale }: OpenCallProps) {
  const t = catalogueMessages[locale]
  return (
    <section aria-label={t.openCallTitle} className="max-w-measure border-l border-ink pl-5 text-small">
      <p className="font-medium">
        {callClosesAt ? t.openCallUntil(formatMoment(callClosesAt, locale)) : t.openCallTitle}
      </p>
      {callText[locale] ? <Paragraphs text={callText[locale]} className="mt-1" /> : <p>{t.openCallText}</p>}
      <Link href="/studio" prefetch={false} className="link inline-flex min-h-11 items-center">
        {t.openCallAction}
      </Link>
    </section>
  )
}
