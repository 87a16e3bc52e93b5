'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { TextField } from '@/components/ui/text-field'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import { routes } from '@/lib/contracts/routes'
import type { SubmissionView } from '@/lib/contracts/submissions'
import { curatorMessages } from '@/lib/i18n/messages/curator'
import { SubmissionFrame } from './submission-frame'

/** One's own offer: its state, and offering again or taking back where that is possible. */
export function MySubmissionRow({ submission }: { submission: SubmissionView }) {
  const locale = useLocale()
  const t = curatorMessages[locale]
  const router = useRouter()
  const [message, setMessage] = useState('')
  const { isBusy, error, run } = useRequest()
  const offerAgain = () =>
    void run(async () => {
      const { artwork, exhibition } = submission
      await call(routes.offerWork, { body: { artworkId: artwork.id, exhibition: exhibition.slug, message } })
      setMessage('')
      router.refresh()
    })
  const withdraw = () =>
    void run(async () => {
      await call(routes.withdrawSubmission, { params: { id: submission.id } })
      router.refresh()
    })
  return (
    <SubmissionFrame submission={submission} locale={locale}>
      <div className="mt-6 max-w-measure space-y-4">
        {submission.mayOfferAgain && (
          <TextField
            id={`message-${submission.id}`}
            label={t.message}
            maxLength={1000}
            value={message}
            onChange={(event) => setMessage(event.target.value)}
          />
        )}
        <FormProblem error={error} />
        <div className="flex flex-wrap gap-3">
          {submission.mayOfferAgain && (
            <Button kind="primary" disabled={isBusy} onClick={offerAgain}>
              {isBusy ? t.offering : t.offerAgain}
            </Button>
          )}
          {submission.status !== 'ACCEPTED' && (
            <Button disabled={isBusy} onClick={withdraw}>
              {t.withdraw}
            </Button>
          )}
        </div>
      </div>
    </SubmissionFrame>
  )
}
