'use client'

import { useState } from 'react'
import { SubmissionFrame } from '@/components/submissions/submission-frame'
import { useLocale } from '@/components/ui/locale-provider'
import type { SubmissionView } from '@/lib/contracts/submissions'
import { Decision } from './decision'

/** One offered work with all that a curator needs to decide on it. */
export function SubmissionRow({ initial }: { initial: SubmissionView }) {
  const locale = useLocale()
  const [submission, setSubmission] = useState(initial)
  return (
    <SubmissionFrame submission={submission} locale={locale}>
      {submission.status === 'PENDING' && <Decision submission={submission} onDecided={setSubmission} />}
    </SubmissionFrame>
  )
}
