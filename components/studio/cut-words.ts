import type { PortraitView } from '@/lib/contracts/portraits'
import type { Locale } from '@/lib/i18n/locale'
import { easelMessages } from '@/lib/i18n/messages/easel'
import { studioMessages } from '@/lib/i18n/messages/studio'

const qualityNames = { SKETCH: 'sketch', PAINTING: 'painting', MASTER: 'master' } as const

/** What the hour left out of the wish, in sentences; none where nothing was. */
export function cutWords(
  { cut, quality, size }: Pick<PortraitView, 'cut' | 'quality' | 'size'>,
  locale: Locale,
): string[] {
  if (!cut) return []
  const t = easelMessages[locale]
  const words = studioMessages[locale]
  const isLess = cut.quality !== quality || cut.size !== size
  const wished = t.qualityAndSize(words[qualityNames[cut.quality]], cut.size)
  return [...(isLess ? [t.cutShort(wished)] : []), ...(cut.steps === null ? [] : [t.cutSteps(cut.steps)])]
}
