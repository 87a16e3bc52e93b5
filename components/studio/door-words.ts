import type { AdmissionView } from '@/lib/contracts/admission'
import type { Locale } from '@/lib/i18n/locale'
import { studioMessages } from '@/lib/i18n/messages/studio'

/** The one calm sentence about the hour; null while the house is wide open. */
export function doorWords({ rung, isPainterResting }: AdmissionView, hasTurn: boolean, locale: Locale): string | null {
  const t = studioMessages[locale]
  if (rung === 0) return null
  if (rung === 1) return t.rung1
  if (rung === 2) return t.rung2
  if (rung === 4) return t.rung4
  if (isPainterResting) return t.resting
  return hasTurn ? t.rung3 : t.device
}
