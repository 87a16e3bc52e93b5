'use client'

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { callByName } from '@/lib/client/call-by-name'
import { accountsMessages } from '@/lib/i18n/messages/accounts'
import { useFormCall } from './use-form-call'

/** `next`: a path of this house to go to afterwards. */
export function SignInForm({ next }: { next: string }) {
  const locale = useLocale()
  const t = accountsMessages[locale]
  const { isSending, problem, wrongFields, submit } = useFormCall(async (fields) => {
    await callByName('accounts', 'signIn', {
      body: { email: String(fields.get('email')).trim(), password: String(fields.get('password')) },
    })
    // A whole new page: header, sockets and marks all belong to somebody else now.
    window.location.assign(next)
  })
  return (
    <form onSubmit={submit} method="post" noValidate className="space-y-6">
      <FormProblem error={problem} />
      <Field
        id="email"
        name="email"
        type="email"
        label={t.email}
        autoComplete="username"
        inputMode="email"
        required
        error={wrongFields.includes('email') ? t.emailWrong : undefined}
      />
      <Field
        id="password"
        name="password"
        type="password"
        label={t.password}
        autoComplete="current-password"
        required
        error={wrongFields.includes('password') ? t.passwordMissing : undefined}
      />
      <Button type="submit" kind="primary" disabled={isSending} className="w-full sm:w-auto">
        {isSending ? t.signingIn : t.signInAction}
      </Button>
    </form>
  )
}
