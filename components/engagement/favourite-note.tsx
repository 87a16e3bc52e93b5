'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { TextField } from '@/components/ui/text-field'
import { call } from '@/lib/client/call'
import { useFavourite } from '@/lib/client/use-favourite'
import { useRequest } from '@/lib/client/use-request'
import { routes } from '@/lib/contracts/routes'
import { engagementMessages } from '@/lib/i18n/messages/engagement'

interface FavouriteNoteProps {
  artworkId: string
  title: string
  initial: string
}

/** One's own words on a work that one keeps, written where they are read. A work let go and kept again has its note back. */
export function FavouriteNote({ artworkId, title, initial }: FavouriteNoteProps) {
  const t = engagementMessages[useLocale()]
  const id = useId()
  const [note, setNote] = useState(initial)
  const [draft, setDraft] = useState<string | null>(null)
  const { isBusy, error, run } = useRequest()
  const opener = useRef<HTMLButtonElement>(null)
  const { isLetGo } = useLostNote(artworkId, note)
  const close = () => {
    setDraft(null)
    requestAnimationFrame(() => opener.current?.focus())
  }
  const save = async () => {
    if (draft === null) return
    const isSaved = await run(async () => {
      const answer = await call(routes.noteFavourite, { params: { id: artworkId }, body: { note: draft } })
      setNote(answer.note)
    })
    if (isSaved) close()
  }
  if (draft !== null) {
    return (
      <form
        className="space-y-3"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close()
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
          <Button kind="quiet" onClick={close}>
            {t.noteCancel}
          </Button>
        </div>
      </form>
    )
  }
  return (
    <div>
      {note && <p className="max-w-measure border-l pl-3 text-small whitespace-pre-line">{note}</p>}
      {isLetGo ? (
        note && <p className="mt-1 text-label text-secondary">{t.noteGoes}</p>
      ) : (
        <button
          ref={opener}
          type="button"
          aria-label={note ? t.noteEditOf(title) : t.noteAddTo(title)}
          onClick={() => setDraft(note)}
          className="inline-flex min-h-11 items-center text-label text-secondary underline decoration-1 underline-offset-4 hover:text-ink"
        >
          {note ? t.noteEdit : t.noteAdd}
        </button>
      )}
    </div>
  )
}

/** A work that is let go loses its note in the house; as long as the page stands it is here, and written again with the next keeping. */
function useLostNote(artworkId: string, note: string): { isLetGo: boolean } {
  const { kept, state } = useFavourite(artworkId)
  const [isLetGo, setLetGo] = useState(false)
  const wasKept = useRef(false)
  useEffect(() => {
    if (state !== 'settled') return
    if (kept && isLetGo && note) {
      call(routes.noteFavourite, { params: { id: artworkId }, body: { note } }).then(
        () => setLetGo(false),
        () => {},
      )
    } else {
      setLetGo(wasKept.current && !kept)
    }
    wasKept.current ||= kept
  }, [artworkId, kept, state, note, isLetGo])
  return { isLetGo }
}
