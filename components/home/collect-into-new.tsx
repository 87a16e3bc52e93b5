'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { callByName } from '@/lib/client/call-by-name'
import { useRequest } from '@/lib/client/use-request'
import type { CollectionName } from '@/lib/contracts/collections'
import { homeMessages } from '@/lib/i18n/messages/home'

interface CollectIntoNewProps {
  artworkId: string
  onMade(collection: CollectionName): void
}

/** Begins a collection with a work, where one looks at the work. */
export function CollectIntoNew({ artworkId, onMade }: CollectIntoNewProps) {
  const t = homeMessages[useLocale()]
  const id = useId()
  const [title, setTitle] = useState('')
  const { isBusy, error, run } = useRequest()
  const make = () =>
    run(async () => {
      const made = await callByName('collections', 'makeCollection', { body: { kind: 'COLLECTION', title, artworkId } })
      onMade({ id: made.id, kind: made.kind, title: made.title, isPublic: made.isPublic, count: 1, hasWork: true })
      setTitle('')
    })
  return (
    <form
      className="max-w-sm space-y-3 pt-2"
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <Field
        id={`${id}-title`}
        label={t.collectIntoNew}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        required
        maxLength={120}
        error={error?.fields.title}
      />
      <FormProblem error={error} />
      <Button type="submit" disabled={isBusy}>
        {isBusy ? t.saving : t.make}
      </Button>
    </form>
  )
}
