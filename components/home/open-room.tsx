'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import { routes } from '@/lib/contracts/routes'
import { homeMessages } from '@/lib/i18n/messages/home'

/** Makes one's own room, and shows its plan. */
export function OpenRoom() {
  const t = homeMessages[useLocale()]
  const router = useRouter()
  const { isBusy, error, run } = useRequest()
  const open = () =>
    void run(async () => {
      await call(routes.openMyRoom)
      router.refresh()
    })
  return (
    <>
      <Button kind="primary" disabled={isBusy} onClick={open}>
        {isBusy ? t.roomOpening : t.roomOpen}
      </Button>
      <FormProblem error={error} />
    </>
  )
}
