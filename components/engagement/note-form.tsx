'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { TextField } from '@/components/ui/text-field'
import { callByName } from '@/lib/client/call-by-name'
import { useRequest } from '@/lib/client/use-request'
import { engagementMessages } from '@/lib/i18n/messages/engagement'

interface NoteFormProps {
  artworkId: string
  title: string
  /** As it is now; empty for a new one. */
  note: string
  onWritten(note: string): void
  onCancel(): void
}

/** Where a note is written; Ctrl or Cmd with Enter saves it, Escape leaves it as it was. */
export function NoteForm({ artworkId, title, note, onWritten, onCancel }: NoteFormProps) {
  const t = engagementMessages[useLocale()]
  const id = useId()
  const [draft, setDraft] = useState(note)
  const { isBusy, error, run } = useRequest()
  const save = async () => {
    let written = note
    const isSaved = await run(async () => {
      written = (await callByName('engagement', 'noteFavourite', { params: { id: artworkId }, body: { note: draft } }))
        .note
    })
    if (isSaved) onWritten(written)
  }
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
      }}
    >
      <TextField
        id={`${id}-note`}
        label={t.note(title)}
        hint={t.noteHint}
        maxLength={1000}
        value={draft}
        autoFocus
        onChange={(event) => setDraft(event.target.value)}
      />
      <FormProblem error={error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" disabled={isBusy}>
          {isBusy ? t.noteSaving : t.noteSave}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t.noteCancel}
        </Button>
      </div>
    </form>
  )
}
