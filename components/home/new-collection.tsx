'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import type { CollectionKind } from '@/lib/contracts/collections'
import { routes } from '@/lib/contracts/routes'
import { homeMessages } from '@/lib/i18n/messages/home'

/** Begins a series or a collection, and goes there. */
export function NewCollection() {
  const t = homeMessages[useLocale()]
  const router = useRouter()
  const [kind, setKind] = useState<CollectionKind | null>(null)
  const { isBusy, error, run } = useRequest()
  const make = (title: string) =>
    void run(async () => {
      if (kind) router.push(`/me/collections/${(await call(routes.makeCollection, { body: { kind, title } })).id}`)
    })
  return (
    <div className="mb-10">
      <div className="flex flex-wrap gap-3">
        <Button aria-expanded={kind === 'SERIES'} onClick={() => setKind(kind === 'SERIES' ? null : 'SERIES')}>
          {t.newSeries}
        </Button>
        <Button
          aria-expanded={kind === 'COLLECTION'}
          onClick={() => setKind(kind === 'COLLECTION' ? null : 'COLLECTION')}
        >
          {t.newCollection}
        </Button>
      </div>
      {kind && (
        <form
          aria-label={kind === 'SERIES' ? t.newSeries : t.newCollection}
          className="mt-4 max-w-lg space-y-4"
          onSubmit={(event) => {
            event.preventDefault()
            make(String(new FormData(event.currentTarget).get('title')))
          }}
        >
          <Field
            id="collection-title"
            name="title"
            label={t.name}
            required
            maxLength={120}
            error={error?.fields.title}
          />
          <FormProblem error={error} />
          <Button type="submit" kind="primary" disabled={isBusy}>
            {isBusy ? t.saving : t.make}
          </Button>
        </form>
      )}
    </div>
  )
}
