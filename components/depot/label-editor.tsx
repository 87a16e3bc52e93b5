'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { useRequest } from '@/lib/client/use-request'
import type { Label } from '@/lib/contracts/depot'
import { depotMessages } from '@/lib/i18n/messages/depot'
import { LabelFields, readLabelForm } from './label-fields'

interface LabelEditorProps {
  label: Label
  /** Resolves when it is kept; what it throws is shown beside the field that it is about. */
  onSave: (changes: Label) => Promise<void>
}

/** The label of one work, as curators and artists write it. */
export function LabelEditor({ label, onSave }: LabelEditorProps) {
  const t = depotMessages[useLocale()]
  const id = useId()
  const router = useRouter()
  const [isSaved, setSaved] = useState(false)
  const { isBusy, error, run } = useRequest()
  const save = (form: HTMLFormElement) =>
    void run(async () => {
      setSaved(false)
      await onSave(readLabelForm(new FormData(form)))
      setSaved(true)
      router.refresh()
    })
  return (
    <form
      onChange={() => setSaved(false)}
      onSubmit={(event) => {
        event.preventDefault()
        save(event.currentTarget)
      }}
    >
      <LabelFields id={id} label={label} errors={withoutPath(error?.fields)} />
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

/** `changes.titleEn` is the field `titleEn`. */
function withoutPath(fields: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([path, words]) => [path.split('.').at(-1) ?? path, words]))
}
