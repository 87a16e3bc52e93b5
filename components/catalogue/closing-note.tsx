'use client'

import { useNearMoment } from '@/lib/client/use-near-moment'
import { formatSpan } from '@/lib/i18n/format-span'
import type { Locale } from '@/lib/i18n/locale'
import { openingMessages } from '@/lib/i18n/messages/opening'

/** In the last week, seconds. */
const tellFrom = 7 * 86_400

/** How long an exhibition that is about to close can still be seen. */
export function ClosingNote({ closesAt, locale }: { closesAt: string; locale: Locale }) {
  const left = useNearMoment(closesAt, tellFrom)
  if (left === null || left === 0) return null
  return (
    <p className="text-small" data-testid="closing-note">
      {openingMessages[locale].closesIn(formatSpan(left, locale))}
    </p>
  )
}
