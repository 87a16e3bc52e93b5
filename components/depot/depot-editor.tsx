'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import type { DepotWork, Label } from '@/lib/contracts/depot'
import { routes } from '@/lib/contracts/routes'
import { depotMessages } from '@/lib/i18n/messages/depot'
import { LabelEditor } from './label-editor'
import { RemoveStep } from './remove-step'

/** The label of one work of the depot, and its end. */
export function DepotEditor({ initial }: { initial: DepotWork }) {
  const t = depotMessages[useLocale()]
  const router = useRouter()
  const [work, setWork] = useState(initial)
  const [isRemoving, setRemoving] = useState(false)
  const save = async ({ tags, ...words }: Label) => {
    const addTags = tags.filter((tag) => !work.label.tags.includes(tag))
    const removeTags = work.label.tags.filter((tag) => !tags.includes(tag))
    const works = [{ id: work.artwork.id, version: work.version }]
    const answer = await call(routes.editLabels, { body: { works, changes: { ...words, addTags, removeTags } } })
    setWork(answer.works[0] ?? work)
  }
  return (
    <>
      <LabelEditor label={work.label} onSave={save} />
      <div className="mt-10 border-t pt-6">
        {isRemoving ? (
          <RemoveStep
            works={[work]}
            onRemoved={() => {
              router.push('/curator/depot')
              router.refresh()
            }}
            onCancel={() => setRemoving(false)}
          />
        ) : (
          <Button onClick={() => setRemoving(true)}>{t.remove}</Button>
        )}
      </div>
    </>
  )
}
