import type { PortraitView } from '@/lib/contracts/portraits'
import type { Locale } from '@/lib/i18n/locale'
import { easelMessages } from '@/lib/i18n/messages/easel'

type Story = Pick<PortraitView, 'status' | 'quality' | 'painting' | 'steps' | 'end'>

/** What refinement came to, in a sentence; null while it is not over, and where none was ordered. */
export function refinementWords({ status, quality, painting, steps, end }: Story, locale: Locale): string | null {
  // Why it ended comes with the finished picture.
  if (status !== 'PAINTED' || quality !== 'MASTER' || painting === null) return null
  const t = easelMessages[locale]
  if (steps === 0) return t.notRefined
  if (end === 'stop') return t.refinedUntilStop(steps)
  if (end === 'budget') return t.refinedInTime(steps)
  return end === 'plateau' ? t.refinedUntilStill(steps) : t.refined(steps)
}
