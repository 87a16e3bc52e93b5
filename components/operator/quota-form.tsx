'use client'

import { useId, useState } from 'react'
import { selectClass } from '@/components/desk/select-class'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { useRequest } from '@/lib/client/use-request'
import { operatorDeskMessages } from '@/lib/i18n/messages/operator-desk'

interface QuotaFormProps {
  label: string
  hint: string
  initial: { quotaMiB: number | null; version: number }
  save: (quotaMiB: number | null, version: number) => Promise<{ quotaMiB: number | null; version: number }>
  /** Small, in a list: the label is read out alone. */
  isSmall?: boolean
}

/** How much is kept, MiB; an empty field stands for no measure of its own. */
export function QuotaForm({ label, hint, initial, save, isSmall = false }: QuotaFormProps) {
  const t = operatorDeskMessages[useLocale()]
  const id = useId()
  const [kept, setKept] = useState(initial)
  const [text, setText] = useState(initial.quotaMiB === null ? '' : String(initial.quotaMiB))
  const [isSaved, setIsSaved] = useState(false)
  const { isBusy, error, run } = useRequest()
  const wish = text.trim() === '' ? null : Number(text)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void run(async () => {
          setKept(await save(wish, kept.version))
          setIsSaved(true)
        })
      }}
    >
      <label htmlFor={id} className={isSmall ? 'sr-only' : 'block text-small font-medium'}>
        {label}
      </label>
      <p id={`${id}-hint`} className={isSmall ? 'sr-only' : 'text-label text-secondary'}>
        {hint}
      </p>
      <div className="mt-1 flex flex-wrap items-center gap-3">
        <input
          id={id}
          aria-describedby={`${id}-hint`}
          type="number"
          inputMode="numeric"
          min={0}
          max={1_048_576}
          step={1}
          value={text}
          placeholder={isSmall ? hint : undefined}
          onChange={(event) => {
            setText(event.target.value)
            setIsSaved(false)
          }}
          className={`${selectClass} ${isSmall ? 'w-56' : 'w-40'} tabular-nums`}
        />
        <span className="text-small text-secondary">MiB</span>
        {wish !== kept.quotaMiB && (
          <Button type="submit" disabled={isBusy}>
            {isBusy ? t.saving : t.save}
          </Button>
        )}
        <p role="status" className="text-label text-secondary">
          {isSaved && t.saved}
        </p>
      </div>
      <div className="mt-2">
        <FormProblem error={error} />
      </div>
    </form>
  )
}
