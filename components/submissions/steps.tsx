import type { SubmissionView } from '@/lib/contracts/submissions'
import { formatDay } from '@/lib/i18n/format-run'
import type { Locale } from '@/lib/i18n/locale'
import { curatorMessages } from '@/lib/i18n/messages/curator'
import { stateWords } from './state-words'

/** What was said and decided about a submission, oldest first: the same for its artist and the curators. */
export function Steps({ steps, locale }: { steps: SubmissionView['steps']; locale: Locale }) {
  const t = curatorMessages[locale]
  return (
    <ol aria-label={t.steps} className="mt-6 max-w-measure border-b text-small">
      {steps.map(({ kind, note, by, at }) => (
        <li key={`${at} ${kind}`} className="border-t py-3">
          <span className="font-medium">{kind === 'OFFERED' ? t.stepOffered : stateWords(kind, locale)}</span>
          <span className="text-secondary"> {[by, formatDay(at, locale)].filter(Boolean).join(' · ')}</span>
          {note && <p className="mt-1 whitespace-pre-line text-secondary">{note}</p>}
        </li>
      ))}
    </ol>
  )
}
