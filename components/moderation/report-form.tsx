'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { TextField } from '@/components/ui/text-field'
import { callByName } from '@/lib/client/call-by-name'
import { useRequest } from '@/lib/client/use-request'
import { reportReasons } from '@/lib/contracts/limits'
import type { ReportReason, ReportSubjectKind } from '@/lib/contracts/reports'
import { moderationMessages } from '@/lib/i18n/messages/moderation'
import { reasonWords } from './reason-words'

interface ReportFormProps {
  subjectKind: ReportSubjectKind
  subjectId: string
  title: string
  onSent: () => void
  onCancel: () => void
}

export function ReportForm({ subjectKind, subjectId, title, onSent, onCancel }: ReportFormProps) {
  const locale = useLocale()
  const t = moderationMessages[locale]
  const id = useId()
  const [reason, setReason] = useState<ReportReason>('rights')
  const { isBusy, error, run } = useRequest()
  return (
    <form
      aria-label={t.reportTitle(title)}
      className="mt-2 max-w-measure space-y-4 border-l border-ink pl-5"
      onSubmit={(event) => {
        event.preventDefault()
        const text = String(new FormData(event.currentTarget).get('text'))
        void run(async () => {
          await callByName('moderation', 'report', { body: { subjectKind, subjectId, reason, text } })
          onSent()
        })
      }}
    >
      <p className="text-small">{t.reportText}</p>
      <fieldset>
        <legend className="text-small font-medium">{t.reportWhy}</legend>
        {reportReasons.map((each) => (
          <label key={each} className="flex min-h-11 cursor-pointer items-center gap-3 text-small">
            <input
              type="radio"
              name="reason"
              checked={each === reason}
              onChange={() => setReason(each)}
              className="size-4 shrink-0 accent-accent"
            />
            {reasonWords(each, locale)}
          </label>
        ))}
      </fieldset>
      <TextField id={`${id}-text`} name="text" label={t.reportMore} maxLength={1000} rows={3} />
      <FormProblem error={error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" kind="primary" disabled={isBusy}>
          {isBusy ? t.reportSending : t.reportSend}
        </Button>
        <Button onClick={onCancel}>{t.reportCancel}</Button>
      </div>
    </form>
  )
}
