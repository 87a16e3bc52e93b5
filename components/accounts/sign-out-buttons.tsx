'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { routes } from '@/lib/contracts/routes'
import { accountsMessages } from '@/lib/i18n/messages/accounts'

/** Ends this session, or all of them. */
export function SignOutButtons() {
  const locale = useLocale()
  const t = accountsMessages[locale]
  const [leaving, setLeaving] = useState<'here' | 'everywhere' | null>(null)
  const [problem, setProblem] = useState<unknown>(null)

  async function leave(where: 'here' | 'everywhere') {
    setLeaving(where)
    setProblem(null)
    try {
      await call(where === 'here' ? routes.signOut : routes.signOutEverywhere)
      window.location.assign('/')
    } catch (error) {
      setLeaving(null)
      setProblem(error)
    }
  }

  return (
    <div className="space-y-6">
      <FormProblem error={problem} />
      <Button disabled={leaving !== null} onClick={() => void leave('here')}>
        {leaving === 'here' ? t.signingOut : t.signOut}
      </Button>
      <div>
        <Button kind="quiet" disabled={leaving !== null} onClick={() => void leave('everywhere')}>
          {leaving === 'everywhere' ? t.signingOut : t.signOutEverywhere}
        </Button>
        <p className="text-label text-secondary">{t.signOutEverywhereHint}</p>
      </div>
    </div>
  )
}
