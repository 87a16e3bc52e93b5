'use client'

import { useId, useState } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import { Reference } from '@/components/ui/reference'
import { call } from '@/lib/client/call'
import { sentenceFor } from '@/lib/client/sentence'
import { useRequest } from '@/lib/client/use-request'
import { routes } from '@/lib/contracts/routes'
import { easelMessages } from '@/lib/i18n/messages/easel'
import { nightButton } from './night-button'
import { NightField } from './night-field'
import { Notice } from './notice'

/** Signing up, or in, without leaving the easel: what a guest made comes along. */
export function AccountStep({ onAccount }: { onAccount: () => void }) {
  const locale = useLocale()
  const t = easelMessages[locale]
  const id = useId()
  const [isNew, setNew] = useState(true)
  const { isBusy, error, run } = useRequest()

  const submit = async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '')
    const credentials = { email: text('email'), password: text('password') }
    const isIn = await run(async () => {
      if (isNew) await call(routes.signUp, { body: { name: text('name'), ...credentials } })
      else await call(routes.signIn, { body: credentials })
    })
    if (isIn) onAccount()
  }

  return (
    <form
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault()
        void submit(new FormData(event.currentTarget))
      }}
    >
      <div>
        <h2 className="text-small font-medium">{t.accountTitle}</h2>
        <p className="text-small text-night-secondary">{t.accountText}</p>
      </div>
      {isNew && (
        <NightField
          id={`${id}-name`}
          name="name"
          label={t.name}
          hint={t.nameHint}
          autoComplete="name"
          required
          maxLength={80}
          error={error?.fields.name}
        />
      )}
      <NightField
        id={`${id}-email`}
        name="email"
        type="email"
        label={t.email}
        autoComplete="email"
        required
        maxLength={254}
        error={error?.fields.email}
      />
      <NightField
        id={`${id}-password`}
        name="password"
        type="password"
        label={t.password}
        hint={isNew ? t.passwordHint : undefined}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        required
        minLength={isNew ? 10 : 1}
        maxLength={128}
        error={error?.fields.password}
      />
      {error && (
        <Notice>
          {sentenceFor(error, locale)}
          <Reference error={error} />
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <button type="submit" disabled={isBusy} className={nightButton.primary}>
          {isNew ? t.createAccount : t.signIn}
        </button>
        <button type="button" className={nightButton.quiet} onClick={() => setNew(!isNew)}>
          {isNew ? t.haveAccount : t.newHere}
        </button>
      </div>
    </form>
  )
}
