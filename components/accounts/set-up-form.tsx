'use client'

import { useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { routes } from '@/lib/contracts/routes'
import { accountsMessages } from '@/lib/i18n/messages/accounts'
import { setUpMessages } from '@/lib/i18n/messages/set-up'
import { useFormCall } from './use-form-call'

const never = () => () => {}
/** What stands behind the `#` of the address that the log shows. */
const tokenOfAddress = () => decodeURIComponent(window.location.hash.slice(1))

/** The first hour of a house: its name, its first operator, and whether others may come. */
export function SetUpForm() {
  const locale = useLocale()
  const t = setUpMessages[locale]
  const account = accountsMessages[locale]
  const token = useSyncExternalStore(never, tokenOfAddress, () => '')
  const { isSending, problem, wrongFields, submit } = useFormCall(async (fields) => {
    const text = (name: string) => String(fields.get(name) ?? '').trim()
    await call(routes.setUpHouse, {
      body: {
        token: text('token'),
        houseName: { en: text('houseName.en'), zh: text('houseName.zh') },
        isSignUpOpen: fields.get('isSignUpOpen') !== null,
        name: text('name'),
        email: text('email'),
        password: String(fields.get('password')),
      },
    })
    window.location.assign('/operator')
  })
  const errorOf = (name: string, sentence: string) => (wrongFields.includes(name) ? sentence : undefined)
  return (
    <form onSubmit={submit} method="post" noValidate className="space-y-6">
      <FormProblem error={problem} />
      <Field
        key={token}
        id="token"
        name="token"
        label={t.token}
        hint={t.tokenHint}
        defaultValue={token}
        autoComplete="off"
        spellCheck={false}
        required
        error={errorOf('token', t.tokenHint)}
      />
      <div className="grid gap-6 sm:grid-cols-2 sm:items-end">
        <Field id="name-en" name="houseName.en" label={t.nameEn} hint={t.nameEnHint} maxLength={60} />
        <Field id="name-zh" name="houseName.zh" lang="zh-CN" label={t.nameZh} maxLength={60} />
      </div>
      <fieldset className="space-y-6">
        <legend className="mb-4 w-full border-t pt-4 text-small text-secondary">{t.yours}</legend>
        <Field
          id="name"
          name="name"
          label={account.name}
          autoComplete="name"
          required
          maxLength={80}
          error={errorOf('name', account.nameWrong)}
        />
        <Field
          id="email"
          name="email"
          type="email"
          inputMode="email"
          label={account.email}
          autoComplete="email"
          required
          error={errorOf('email', account.emailWrong)}
        />
        <Field
          id="password"
          name="password"
          type="password"
          label={account.password}
          hint={account.passwordHint}
          autoComplete="new-password"
          required
          error={errorOf('password', account.passwordWrong)}
        />
      </fieldset>
      <label className="flex cursor-pointer items-start gap-3 border-t pt-4">
        <input type="checkbox" name="isSignUpOpen" defaultChecked className="mt-0.5 size-5 shrink-0 accent-accent" />
        <span>
          <span className="block text-small font-medium">{t.isSignUpOpen}</span>
          <span className="block text-label text-secondary">{t.isSignUpOpenHint}</span>
        </span>
      </label>
      <Button type="submit" kind="primary" disabled={isSending} className="w-full sm:w-auto">
        {isSending ? t.opening : t.open}
      </Button>
    </form>
  )
}
