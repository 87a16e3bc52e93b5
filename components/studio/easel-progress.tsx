'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { ReferenceLine } from '@/components/ui/reference'
import { isUnderway } from '@/lib/client/portrait-state'
import type { FailureCode } from '@/lib/contracts/errors'
import type { PortraitView } from '@/lib/contracts/portraits'
import type { Locale } from '@/lib/i18n/locale'
import { easelMessages } from '@/lib/i18n/messages/easel'
import { failureMessages } from '@/lib/i18n/messages/failures'
import { LossLine } from './loss-line'
import { refinementWords } from './refinement-words'

/** Failures that are the house's own: a worker's log has them under the order's id. */
const HOUSE_FAILURES: readonly FailureCode[] = ['painter_failed', 'gave_up', 'set_aside']

/** The one line that says where the order stands. */
export function stageWords({ status, stage }: PortraitView, locale: Locale): string {
  const t = easelMessages[locale]
  if (status === 'PAINTING') return stage ? t[stage] : t.starting
  const words = { QUEUED: t.queued, PAINTED: t.painted, FAILED: t.failed, CANCELLED: t.cancelled }
  return words[status]
}

/** An estimate as one would say it aloud: no false precision. */
export function estimateWords(seconds: number, locale: Locale): string {
  const t = easelMessages[locale]
  if (seconds < 8) return t.fewSeconds
  if (seconds < 55) return t.aboutSeconds(Math.ceil(seconds / 5) * 5)
  return t.aboutMinutes(Math.max(1, Math.round(seconds / 60)))
}

/** Where the order stands: the queue, the painter's progress, or why there is no painting. */
export function EaselProgress({ portrait }: { portrait: PortraitView }) {
  const locale = useLocale()
  const t = easelMessages[locale]
  const { status, progress, queuePosition, estimateSeconds, failure } = portrait
  const fault = status === 'FAILED' ? (failure ?? 'painter_failed') : null
  const refined = refinementWords(portrait, locale)
  return (
    <div>
      <h1 className="editorial text-headline">{stageWords(portrait, locale)}</h1>
      {status === 'PAINTING' && (
        <div className="mt-4 flex items-center gap-4">
          <div
            role="progressbar"
            aria-label={t.progress}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(progress * 100)}
            className="h-px flex-1 bg-night-rule"
          >
            <div
              className="h-full origin-left bg-night-ink transition-transform duration-300"
              style={{ transform: `scaleX(${progress})` }}
            />
          </div>
          <p className="text-label tabular-nums">{t.percent(progress)}</p>
        </div>
      )}
      {status === 'PAINTING' && portrait.quality === 'MASTER' && <LossLine portrait={portrait} />}
      {refined && <p className="mt-4 text-small text-night-secondary">{refined}</p>}
      {isUnderway(status) && (
        <div className="mt-4 text-small text-night-secondary">
          {status === 'QUEUED' && queuePosition !== null && <p>{t.queuedText(queuePosition)}</p>}
          {status === 'QUEUED' && estimateSeconds !== null && <p>{estimateWords(estimateSeconds, locale)}</p>}
          {portrait.stage === 'lesson' && status === 'PAINTING' && <p>{t.lessonText}</p>}
          <p className="mt-4">{t.mayLeave}</p>
        </div>
      )}
      {fault && (
        <p className="mt-4 text-small">
          {failureMessages[locale][fault]}
          {HOUSE_FAILURES.includes(fault) && <ReferenceLine id={portrait.id} />}
        </p>
      )}
      {status === 'CANCELLED' && <p className="mt-4 text-small text-night-secondary">{t.cancelledText}</p>}
    </div>
  )
}
