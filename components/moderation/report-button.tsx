'use client'

import { useState } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import type { ReportSubjectKind } from '@/lib/contracts/reports'
import { moderationMessages } from '@/lib/i18n/messages/moderation'
import { ReportForm } from './report-form'

interface ReportButtonProps {
  subjectKind: ReportSubjectKind
  subjectId: string
  /** What is reported, as people know it. */
  title: string
}

/** A quiet way to tell the curators that something should not be here; the form opens in place. */
export function ReportButton({ subjectKind, subjectId, title }: ReportButtonProps) {
  const t = moderationMessages[useLocale()]
  const [state, setState] = useState<'closed' | 'open' | 'sent'>('closed')
  if (state === 'sent') {
    return (
      <p role="status" className="text-label text-secondary">
        {t.reportSent}
      </p>
    )
  }
  return (
    <div>
      <button
        type="button"
        aria-expanded={state === 'open'}
        aria-label={t.reportTitle(title)}
        onClick={() => setState(state === 'open' ? 'closed' : 'open')}
        className="inline-flex min-h-11 items-center text-label text-secondary underline decoration-1 underline-offset-4 hover:text-ink"
      >
        {t.report}
      </button>
      {state === 'open' && (
        <ReportForm
          subjectKind={subjectKind}
          subjectId={subjectId}
          title={title}
          onSent={() => setState('sent')}
          onCancel={() => setState('closed')}
        />
      )}
    </div>
  )
}
