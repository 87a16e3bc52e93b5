'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import type { ButtonKind } from '@/components/ui/button-class'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { useRequest } from '@/lib/client/use-request'
import { operatorDeskMessages } from '@/lib/i18n/messages/operator-desk'

interface ActButtonProps {
  kind?: ButtonKind
  label: string
  /** For those who listen, where the label alone would not say what it is about. */
  about?: string
  act: () => Promise<unknown>
}

/** One act at once, after which the page is read anew. */
export function ActButton({ kind = 'secondary', label, about, act }: ActButtonProps) {
  const t = operatorDeskMessages[useLocale()]
  const router = useRouter()
  const { isBusy, error, run } = useRequest()
  const press = async () => {
    const isDone = await run(async () => {
      await act()
    })
    if (isDone) router.refresh()
  }
  return (
    <div className="space-y-2">
      <Button kind={kind} disabled={isBusy} aria-label={about} onClick={() => void press()}>
        {isBusy ? t.working : label}
      </Button>
      <FormProblem error={error} />
    </div>
  )
}
