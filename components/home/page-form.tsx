'use client'

import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { TextField } from '@/components/ui/text-field'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import type { PageSettings } from '@/lib/contracts/artists'
import { routes } from '@/lib/contracts/routes'
import { homeMessages } from '@/lib/i18n/messages/home'

/** Statement in both languages, and whether the page is open. */
export function PageForm({ settings }: { settings: PageSettings }) {
  const t = homeMessages[useLocale()]
  const [isOpen, setOpen] = useState(settings.isOpen)
  const [isSaved, setSaved] = useState(false)
  const { isBusy, error, run } = useRequest()
  const save = (form: HTMLFormElement) =>
    void run(async () => {
      setSaved(false)
      const given = new FormData(form)
      const statement = { en: String(given.get('en')), zh: String(given.get('zh')) }
      await call(routes.setMyPage, { body: { isOpen, statement } })
      setSaved(true)
    })
  return (
    <form
      className="max-w-4xl space-y-6"
      onChange={() => setSaved(false)}
      onSubmit={(event) => {
        event.preventDefault()
        save(event.currentTarget)
      }}
    >
      {settings.isHidden && <p className="border-l-2 border-ink pl-4 text-small font-medium">{t.pageIsHidden}</p>}
      <label className="flex min-h-11 cursor-pointer items-center gap-3 text-body">
        <input
          type="checkbox"
          checked={isOpen}
          onChange={(event) => setOpen(event.target.checked)}
          className="size-5 shrink-0 accent-accent"
        />
        {t.pageOpen}
      </label>
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField
          id="statement-en"
          name="en"
          lang="en"
          style={{ height: '18rem' }}
          maxLength={4000}
          label={t.statementEn}
          defaultValue={settings.statement.en}
        />
        <TextField
          id="statement-zh"
          name="zh"
          lang="zh-Hans"
          style={{ height: '18rem' }}
          maxLength={4000}
          label={t.statementZh}
          defaultValue={settings.statement.zh}
        />
      </div>
      <FormProblem error={error} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" kind="primary" disabled={isBusy}>
          {isBusy ? t.saving : t.save}
        </Button>
        <Link
          href={`/artists/${settings.id}`}
          prefetch={false}
          className="link inline-flex min-h-11 items-center text-small"
        >
          {t.seePage}
        </Link>
        <p role="status" className="text-small text-secondary">
          {isSaved && t.saved}
        </p>
      </div>
    </form>
  )
}
