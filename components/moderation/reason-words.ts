import type { ReportReason } from '@/lib/contracts/reports'
import type { Locale } from '@/lib/i18n/locale'
import { moderationMessages } from '@/lib/i18n/messages/moderation'

export function reasonWords(reason: ReportReason, locale: Locale): string {
  const t = moderationMessages[locale]
  return {
    rights: t.reasonRights,
    privacy: t.reasonPrivacy,
    hate: t.reasonHate,
    sexual: t.reasonSexual,
    spam: t.reasonSpam,
    other: t.reasonOther,
  }[reason]
}
