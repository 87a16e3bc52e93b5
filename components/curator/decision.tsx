'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { routes } from '@/lib/contracts/routes'
import type { SubmissionView } from '@/lib/contracts/submissions'
import { curatorMessages } from '@/lib/i18n/messages/curator'

type Verdict = 'ACCEPTED' | 'DECLINED'

/** Accepting or declining an offered work, and what was decided once it is. */
export function Decision({ initial }: { initial: Pick<SubmissionView, 'id' | 'status' | 'note'> }) {
  const locale = useLocale()
  const t = curatorMessages[locale]
  const [submission, setSubmission] = useState(initial)
  const [note, setNote] = useState('')
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)

  async function decide(decision: Verdict) {
    setSending(true)
    setProblem(null)
    try {
      setSubmission(await call(routes.decideSubmission, { params: { id: initial.id }, body: { decision, note } }))
    } catch (error) {
      setProblem(error)
    }
    setSending(false)
  }

  if (submission.status !== 'PENDING') {
    return (
      <div role="status" className="mt-4 text-small">
        <p className="font-medium">{submission.status === 'ACCEPTED' ? t.accepted : t.declined}</p>
        {submission.note && <p className="mt-1 max-w-measure text-secondary">{submission.note}</p>}
      </div>
    )
  }
  const noteId = `note-${initial.id}`
  return (
    <div className="mt-6 max-w-measure space-y-4">
      <div>
        <label htmlFor={noteId} className="block text-small font-medium">
          {t.note}
        </label>
        <textarea
          id={noteId}
          rows={3}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          className="mt-1 block w-full rounded border border-edge px-3 py-2 text-small"
        />
      </div>
      <FormProblem error={problem} />
      <div className="flex flex-wrap gap-3">
        <Button kind="primary" disabled={isSending} onClick={() => void decide('ACCEPTED')}>
          {isSending ? t.deciding : t.accept}
        </Button>
        <Button disabled={isSending} onClick={() => void decide('DECLINED')}>
          {t.decline}
        </Button>
      </div>
    </div>
  )
}
