'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import type { DepotWork } from '@/lib/contracts/depot'
import { routes } from '@/lib/contracts/routes'
import { depotMessages } from '@/lib/i18n/messages/depot'
import { LabelFields, readLabelForm } from './label-fields'
import { RemoveStep } from './remove-step'

/** The label of one work of the depot, and its end. */
export function DepotEditor({ initial }: { initial: DepotWork }) {
  const t = depotMessages[useLocale()]
  const id = useId()
  const router = useRouter()
  const [work, setWork] = useState(initial)
  const [isSaved, setSaved] = useState(false)
  const [isRemoving, setRemoving] = useState(false)
  const { isBusy, error, run } = useRequest()
  const save = (form: HTMLFormElement) =>
    void run(async () => {
      setSaved(false)
      const { tags, ...words } = readLabelForm(new FormData(form))
      const addTags = tags.filter((tag) => !work.label.tags.includes(tag))
      const removeTags = work.label.tags.filter((tag) => !tags.includes(tag))
      const works = [{ id: work.artwork.id, version: work.version }]
      const answer = await call(routes.editLabels, { body: { works, changes: { ...words, addTags, removeTags } } })
      setWork(answer.works[0] ?? work)
      setSaved(true)
      router.refresh()
    })
  return (
    <>
      <form
        onChange={() => setSaved(false)}
        onSubmit={(event) => {
          event.preventDefault()
          save(event.currentTarget)
        }}
      >
        <LabelFields id={id} label={work.label} errors={withoutPath(error?.fields)} />
        <div className="mt-6 space-y-4">
          <FormProblem error={error} />
          <div className="flex flex-wrap items-center gap-4">
            <Button type="submit" kind="primary" disabled={isBusy}>
              {isBusy ? t.saving : t.save}
            </Button>
            <p role="status" className="text-small text-secondary">
              {isSaved && t.saved}
            </p>
          </div>
        </div>
      </form>
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

/** `changes.titleEn` is the field `titleEn`. */
function withoutPath(fields: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([path, words]) => [path.split('.').at(-1) ?? path, words]))
}
