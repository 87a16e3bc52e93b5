import type { PortraitView } from '@/lib/contracts/portraits'
import type { Locale } from '@/lib/i18n/locale'
import { accountsMessages } from '@/lib/i18n/messages/accounts'

type State = Pick<PortraitView, 'status' | 'queuePosition' | 'progress' | 'artworkId'>

/** How far an order is, in a few words. */
export function portraitState({ status, queuePosition, progress, artworkId }: State, locale: Locale): string {
  const t = accountsMessages[locale]
  switch (status) {
    case 'QUEUED':
      return queuePosition ? t.queuedBehind(queuePosition) : t.queued
    case 'PAINTING':
      return t.painting(Math.round(progress * 100))
    case 'PAINTED':
      return artworkId ? t.hanging : t.painted
    case 'FAILED':
      return t.failed
    case 'CANCELLED':
      return t.cancelled
  }
}
