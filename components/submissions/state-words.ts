import type { SubmissionState } from '@/lib/contracts/submissions'
import type { Locale } from '@/lib/i18n/locale'
import { curatorMessages } from '@/lib/i18n/messages/curator'

export function stateWords(state: SubmissionState, locale: Locale): string {
  const t = curatorMessages[locale]
  return {
    PENDING: t.waiting,
    ACCEPTED: t.accepted,
    DECLINED: t.declined,
    CHANGES_ASKED: t.changesAsked,
  }[state]
}
