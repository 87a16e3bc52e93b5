'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { TextField } from '@/components/ui/text-field'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import { routes } from '@/lib/contracts/routes'
import type { DecideSubmissionBody, SubmissionView } from '@/lib/contracts/submissions'
import { curatorMessages } from '@/lib/i18n/messages/curator'

interface DecisionProps {
  submission: SubmissionView
  onDecided: (submission: SubmissionView) => void
}

/** Accepting an offered work, declining it, or asking for changes. */
export function Decision({ submission, onDecided }: DecisionProps) {
  const t = curatorMessages[useLocale()]
  const [note, setNote] = useState('')
  const [isHung, setHung] = useState(false)
  const { isBusy, error, run } = useRequest()
  const decide = (decision: DecideSubmissionBody['decision']) =>
    void run(async () => {
      const body = { decision, note, isHung: isHung && decision === 'ACCEPTED' }
      onDecided(await call(routes.decideSubmission, { params: { id: submission.id }, body }))
    })
  return (
    <div className="mt-6 max-w-measure space-y-4">
      <TextField
        id={`note-${submission.id}`}
        label={t.note}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <label className="flex min-h-11 cursor-pointer items-center gap-3 text-small">
        <input
          type="checkbox"
          checked={isHung}
          onChange={(event) => setHung(event.target.checked)}
          className="size-4 shrink-0 accent-accent"
        />
        {t.hangToo}
      </label>
      <FormProblem error={error} />
      <div className="flex flex-wrap gap-3">
        <Button kind="primary" disabled={isBusy} onClick={() => decide('ACCEPTED')}>
          {isBusy ? t.deciding : t.accept}
        </Button>
        <Button disabled={isBusy} onClick={() => decide('CHANGES_ASKED')}>
          {t.askForChanges}
        </Button>
        <Button disabled={isBusy} onClick={() => decide('DECLINED')}>
          {t.decline}
        </Button>
      </div>
    </div>
  )
}
