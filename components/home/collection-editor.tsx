'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { TextField } from '@/components/ui/text-field'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import type { CollectionView } from '@/lib/contracts/collections'
import { routes } from '@/lib/contracts/routes'
import { homeMessages } from '@/lib/i18n/messages/home'

/** Title, text and openness of a series or collection, and its end. */
export function CollectionEditor({ collection }: { collection: CollectionView }) {
  const t = homeMessages[useLocale()]
  const router = useRouter()
  const [isPublic, setPublic] = useState(collection.isPublic)
  const [isSaved, setSaved] = useState(false)
  const [isGivingUp, setGivingUp] = useState(false)
  const { isBusy, error, run } = useRequest()
  const params = { id: collection.id }
  const save = (form: HTMLFormElement) =>
    void run(async () => {
      setSaved(false)
      const given = new FormData(form)
      const body = { title: String(given.get('title')), text: String(given.get('text')), isPublic }
      await call(routes.changeCollection, { params, body })
      setSaved(true)
      router.refresh()
    })
  const giveUp = () =>
    void run(async () => {
      await call(routes.deleteCollection, { params })
      router.push('/me/collections')
      router.refresh()
    })
  return (
    <form
      className="max-w-lg space-y-5"
      onChange={() => setSaved(false)}
      onSubmit={(event) => {
        event.preventDefault()
        save(event.currentTarget)
      }}
    >
      <Field
        id="title"
        name="title"
        label={t.name}
        defaultValue={collection.title}
        required
        maxLength={120}
        error={error?.fields.title}
      />
      <TextField id="text" name="text" label={t.text} defaultValue={collection.text} rows={5} maxLength={2000} />
      <label className="flex min-h-11 cursor-pointer items-center gap-3 text-small">
        <input
          type="checkbox"
          checked={isPublic}
          onChange={(event) => setPublic(event.target.checked)}
          className="size-4 shrink-0 accent-accent"
        />
        {t.showOnPage}
      </label>
      <FormProblem error={error} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" kind="primary" disabled={isBusy}>
          {isBusy ? t.saving : t.save}
        </Button>
        <Button kind="quiet" aria-expanded={isGivingUp} onClick={() => setGivingUp(!isGivingUp)}>
          {t.giveUp}
        </Button>
        <p role="status" className="text-small text-secondary">
          {isSaved && t.saved}
        </p>
      </div>
      {isGivingUp && (
        <div className="space-y-3 border-l border-ink pl-5 text-small">
          <p>{t.giveUpText}</p>
          <Button kind="danger" disabled={isBusy} onClick={giveUp}>
            {t.removeYes}
          </Button>
        </div>
      )}
    </form>
  )
}
