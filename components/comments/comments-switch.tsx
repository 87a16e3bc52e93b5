'use client'

import { useState } from 'react'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import { routes } from '@/lib/contracts/routes'
import { commentsMessages } from '@/lib/i18n/messages/comments'

/** Whether visitors may write under a work; kept as soon as it is ticked. */
export function CommentsSwitch({ artworkId, initial }: { artworkId: string; initial: boolean }) {
  const t = commentsMessages[useLocale()]
  const [isOpen, setOpen] = useState(initial)
  const { isBusy, error, run } = useRequest()
  const change = (to: boolean) =>
    void run(async () => {
      await call(routes.setCommentsOpen, { params: { id: artworkId }, body: { isOpen: to } })
      setOpen(to)
    })
  return (
    <div className="mt-4">
      <label className="flex min-h-11 cursor-pointer items-center gap-3 text-small">
        <input
          type="checkbox"
          checked={isOpen}
          disabled={isBusy}
          onChange={(event) => change(event.target.checked)}
          className="size-4 shrink-0 accent-accent"
        />
        {t.switchOn}
      </label>
      <FormProblem error={error} />
    </div>
  )
}
