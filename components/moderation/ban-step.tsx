'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import type { CaseSubject } from '@/lib/contracts/reports'
import { routes } from '@/lib/contracts/routes'
import { moderationMessages } from '@/lib/i18n/messages/moderation'

/** Closing the account of whoever made it, for operators; asked once more before it is done. */
export function BanStep({ author }: { author: NonNullable<CaseSubject['author']> }) {
  const t = moderationMessages[useLocale()]
  const [state, setState] = useState<'idle' | 'asked' | 'banned'>(author.isBanned ? 'banned' : 'idle')
  const { isBusy, error, run } = useRequest()
  if (state === 'banned') {
    return (
      <p role="status" className="mt-6 text-small">
        {t.isBanned}
      </p>
    )
  }
  if (state === 'idle') {
    return (
      <Button kind="quiet" className="mt-6" onClick={() => setState('asked')}>
        {t.ban}
      </Button>
    )
  }
  const ban = () =>
    void run(async () => {
      await call(routes.ban, { params: { id: author.id } })
      setState('banned')
    })
  return (
    <div className="mt-6 max-w-measure space-y-3 border-l border-ink pl-5">
      <p className="text-small">{t.banText}</p>
      <FormProblem error={error} />
      <div className="flex flex-wrap gap-3">
        <Button kind="danger" disabled={isBusy} onClick={ban}>
          {isBusy ? t.working : t.banConfirm(author.name)}
        </Button>
        <Button onClick={() => setState('idle')}>{t.reportCancel}</Button>
      </div>
    </div>
  )
}
