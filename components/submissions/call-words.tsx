import type { OpenCall } from '@/lib/contracts/submissions'
import { formatMoment } from '@/lib/i18n/format-moment'
import type { Locale } from '@/lib/i18n/locale'
import { homeMessages } from '@/lib/i18n/messages/home'

/** What an exhibition calls for, and until when; nothing where its curators said neither. */
export function CallWords({ call: { text, closesAt }, locale }: { call: OpenCall; locale: Locale }) {
  if (!text[locale] && closesAt === null) return null
  return (
    <div className="mt-3 max-w-measure space-y-1 text-small">
      {text[locale] && <p className="whitespace-pre-line">{text[locale]}</p>}
      {closesAt !== null && (
        <p className="text-secondary in-[.bg-night]:text-night-secondary">
          {homeMessages[locale].callUntil(formatMoment(closesAt, locale))}
        </p>
      )}
    </div>
  )
}
