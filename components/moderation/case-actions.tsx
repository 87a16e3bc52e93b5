'use client'

import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { TextField } from '@/components/ui/text-field'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import type { CaseView, DecideCaseBody } from '@/lib/contracts/reports'
import { routes } from '@/lib/contracts/routes'
import { moderationMessages } from '@/lib/i18n/messages/moderation'

interface CaseActionsProps {
  view: CaseView
  onChanged: (view: CaseView) => void
}

/** Hiding at once and deciding; what was decided, once it is. */
export function CaseActions({ view, onChanged }: CaseActionsProps) {
  const t = moderationMessages[useLocale()]
  const id = useId()
  const { isBusy, error, run } = useRequest()
  if (view.status !== 'OPEN') {
    return (
      <div role="status" className="mt-6 text-small">
        <p className="font-medium">{view.status === 'UPHELD' ? t.upheld : t.dismissed}</p>
        {view.note && <p className="mt-1 max-w-measure text-secondary">{view.note}</p>}
      </div>
    )
  }
  const params = { id: view.id }
  const isHidden = view.subject?.isHidden ?? false
  const setHidden = () =>
    void run(async () => onChanged(await call(isHidden ? routes.showSubject : routes.hideSubject, { params })))
  const decide = (decision: DecideCaseBody['decision'], form: HTMLFormElement | null) => {
    const note = form ? String(new FormData(form).get('note')) : ''
    void run(async () => onChanged(await call(routes.decideCase, { params, body: { decision, note } })))
  }
  return (
    <form className="mt-6 max-w-measure space-y-4" onSubmit={(event) => event.preventDefault()}>
      {view.subject && (
        <Button disabled={isBusy} onClick={setHidden}>
          {isBusy ? t.working : isHidden ? t.showAgain : t.hideNow}
        </Button>
      )}
      <TextField id={`${id}-note`} name="note" label={t.note} maxLength={1000} />
      <FormProblem error={error} />
      <div className="flex flex-wrap gap-3">
        <Button kind="primary" disabled={isBusy} onClick={(event) => decide('UPHELD', event.currentTarget.form)}>
          {isBusy ? t.working : t.uphold}
        </Button>
        <Button disabled={isBusy} onClick={(event) => decide('DISMISSED', event.currentTarget.form)}>
          {t.dismiss}
        </Button>
      </div>
    </form>
  )
}
