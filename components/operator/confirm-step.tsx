'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { useRequest } from '@/lib/client/use-request'
import { operatorDeskMessages } from '@/lib/i18n/messages/operator-desk'

interface ConfirmStepProps {
  /** The quiet button that begins it. */
  action: string
  /** What it means, and the button that does it. */
  text: string
  confirm: string
  onConfirm: () => Promise<void>
  /** Stands in its place when it is done. */
  children?: ReactNode
}

/** Something that is asked once more before it is done. */
export function ConfirmStep({ action, text, confirm, onConfirm, children }: ConfirmStepProps) {
  const t = operatorDeskMessages[useLocale()]
  const [state, setState] = useState<'idle' | 'asked' | 'done'>('idle')
  const { isBusy, error, run } = useRequest()
  if (state === 'done' && children) {
    return (
      <p role="status" className="text-small">
        {children}
      </p>
    )
  }
  if (state !== 'asked') {
    return (
      <Button kind="quiet" onClick={() => setState('asked')}>
        {action}
      </Button>
    )
  }
  const carryOut = () =>
    void run(async () => {
      await onConfirm()
      setState('done')
    })
  return (
    <div className="max-w-measure space-y-3 border-l border-ink py-1 pl-5">
      <p className="text-small">{text}</p>
      <FormProblem error={error} />
      <div className="flex flex-wrap gap-3">
        <Button kind="danger" disabled={isBusy} onClick={carryOut}>
          {isBusy ? t.working : confirm}
        </Button>
        <Button onClick={() => setState('idle')}>{t.cancel}</Button>
      </div>
    </div>
  )
}
