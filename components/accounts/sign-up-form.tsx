'use client'

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { callByName } from '@/lib/client/call-by-name'
import { accountsMessages } from '@/lib/i18n/messages/accounts'
import { useFormCall } from './use-form-call'

/** `next`: a path of this house to go to afterwards. */
export function SignUpForm({ next }: { next: string }) {
  const locale = useLocale()
  const t = accountsMessages[locale]
  const { isSending, problem, wrongFields, submit } = useFormCall(async (fields) => {
    const text = (name: string) => String(fields.get(name))
    await callByName('accounts', 'signUp', {
      body: { name: text('name').trim(), email: text('email').trim(), password: text('password') },
    })
    window.location.assign(next)
  })
  return (
    <form onSubmit={submit} method="post" noValidate className="space-y-6">
      <FormProblem error={problem} />
      <Field
        id="name"
        name="name"
        label={t.name}
        hint={t.nameHint}
        autoComplete="name"
        required
        maxLength={80}
        error={wrongFields.includes('name') ? t.nameWrong : undefined}
      />
      <Field
        id="email"
        name="email"
        type="email"
        label={t.email}
        autoComplete="email"
        inputMode="email"
        required
        error={wrongFields.includes('email') ? t.emailWrong : undefined}
      />
      <Field
        id="password"
        name="password"
        type="password"
        label={t.password}
        hint={t.passwordHint}
        autoComplete="new-password"
        required
        error={wrongFields.includes('password') ? t.passwordWrong : undefined}
      />
      <Button type="submit" kind="primary" disabled={isSending} className="w-full sm:w-auto">
        {isSending ? t.signingUp : t.signUpAction}
      </Button>
    </form>
  )
}
