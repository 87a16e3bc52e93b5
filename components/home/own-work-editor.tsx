'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { LabelFields, readLabelForm } from '@/components/depot/label-fields'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import type { OwnWork } from '@/lib/contracts/artists'
import { routes } from '@/lib/contracts/routes'
import { homeMessages } from '@/lib/i18n/messages/home'

/** The label of one's own work. */
export function OwnWorkEditor({ initial }: { initial: OwnWork }) {
  const t = homeMessages[useLocale()]
  const id = useId()
  const router = useRouter()
  const [work, setWork] = useState(initial)
  const [isSaved, setSaved] = useState(false)
  const { isBusy, error, run } = useRequest()
  const save = (form: HTMLFormElement) =>
    void run(async () => {
      setSaved(false)
      const changes = readLabelForm(new FormData(form))
      const params = { id: work.artwork.id }
      setWork(await call(routes.editMyLabel, { params, body: { version: work.version, changes } }))
      setSaved(true)
      router.refresh()
    })
  const errors = Object.fromEntries(
    Object.entries(error?.fields ?? {}).map(([path, words]) => [path.replace(/^changes\./, ''), words]),
  )
  return (
    <form
      onChange={() => setSaved(false)}
      onSubmit={(event) => {
        event.preventDefault()
        save(event.currentTarget)
      }}
    >
      <LabelFields id={id} label={work.label} errors={errors} />
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
  )
}
