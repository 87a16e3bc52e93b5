'use client'

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { TextField } from '@/components/ui/text-field'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import { routes } from '@/lib/contracts/routes'
import type { CallView } from '@/lib/contracts/submissions'
import { curatorMessages } from '@/lib/i18n/messages/curator'

interface CallFormProps {
  view: CallView
  onSaved: (view: CallView) => void
  onCancel: () => void
}

/** An instant as a field for local dates wants it: `2026-11-25T18:30`. */
function asLocalField(instant: string | null): string {
  if (instant === null) return ''
  const date = new Date(instant)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** Opens, changes or ends a call: what is called for in both languages, and until when, in the curator's own time. */
export function CallForm({ view, onSaved, onCancel }: CallFormProps) {
  const t = curatorMessages[useLocale()]
  const { isBusy, error, run } = useRequest()
  const id = (field: string) => `${view.slug}-${field}`
  const save = (form: HTMLFormElement | null, isOpen: boolean) =>
    void run(async () => {
      const given = new FormData(form ?? undefined)
      const end = String(given.get('closesAt'))
      const body = {
        isOpen,
        closesAt: end ? new Date(end).toISOString() : null,
        text: { en: String(given.get('textEn')), zh: String(given.get('textZh')) },
        version: view.version,
      }
      onSaved(await call(routes.setCall, { params: { slug: view.slug }, body }))
    })
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <form
      className="mt-6 max-w-4xl space-y-5"
      onSubmit={(event) => {
        event.preventDefault()
        save(event.currentTarget, true)
      }}
    >
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          id={id('en')}
          name="textEn"
          lang="en"
          label={t.callTextEn}
          rows={5}
          maxLength={2000}
          defaultValue={view.text.en}
        />
        <TextField
          id={id('zh')}
          name="textZh"
          lang="zh-Hans"
          label={t.callTextZh}
          rows={5}
          maxLength={2000}
          defaultValue={view.text.zh}
        />
      </div>
      <Field
        id={id('end')}
        name="closesAt"
        type="datetime-local"
        label={t.callEnd}
        hint={t.callEndHint(zone)}
        defaultValue={asLocalField(view.closesAt)}
        className="max-w-xs"
      />
      <FormProblem error={error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" kind="primary" disabled={isBusy}>
          {isBusy ? t.deciding : view.isOpen ? t.callSave : t.callOpen}
        </Button>
        {view.isOpen && (
          <Button disabled={isBusy} onClick={(event) => save(event.currentTarget.form, false)}>
            {t.callClose}
          </Button>
        )}
        <Button onClick={onCancel}>{t.cancel}</Button>
      </div>
    </form>
  )
}
