'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { announceIdentityChange } from '@/lib/client/identity'
import { useRequest } from '@/lib/client/use-request'
import { routes } from '@/lib/contracts/routes'
import { homeMessages } from '@/lib/i18n/messages/home'

const LONGEST_MS = 120_000

/** Everything in one file, and the end of the account. */
export function Leaving() {
  const t = homeMessages[useLocale()]
  const [isAsked, setAsked] = useState(false)
  const { isBusy, error, run } = useRequest()
  const leave = (password: string) =>
    void run(async () => {
      await call(routes.deleteAccount, { body: { password }, timeoutMs: LONGEST_MS })
      announceIdentityChange('left')
      window.location.assign('/')
    })
  return (
    <div className="space-y-8">
      <div>
        <p className="mb-3 max-w-measure text-small text-secondary">{t.exportText}</p>
        <a href={routes.exportAccount.path} download className={buttonClass()}>
          {t.export}
        </a>
      </div>
      {!isAsked && (
        <Button kind="quiet" onClick={() => setAsked(true)}>
          {t.deleteStart}
        </Button>
      )}
      {isAsked && (
        <form
          aria-label={t.deleteTitle}
          className="max-w-lg space-y-4 border-l border-ink pl-5"
          onSubmit={(event) => {
            event.preventDefault()
            leave(String(new FormData(event.currentTarget).get('password')))
          }}
        >
          <p className="text-small">{t.deleteText}</p>
          <Field
            id="delete-password"
            name="password"
            type="password"
            autoComplete="current-password"
            label={t.deletePassword}
            required
          />
          <FormProblem error={error} />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" kind="danger" disabled={isBusy}>
              {isBusy ? t.deleting : t.deleteYes}
            </Button>
            <Button onClick={() => setAsked(false)}>{t.cancel}</Button>
          </div>
        </form>
      )}
    </div>
  )
}
