'use client'

import { useRef, useState } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import { engagementMessages } from '@/lib/i18n/messages/engagement'
import { NoteForm } from './note-form'
import { useLostNote } from './use-lost-note'

interface FavouriteNoteProps {
  artworkId: string
  title: string
  initial: string
  /** In one line, cut where it ends: for a place that is kept free for it. */
  isOneLine?: boolean
}

/** One's own words on a work that one keeps, written where they are read. A work let go and kept again has its note back. */
export function FavouriteNote({ artworkId, title, initial, isOneLine = false }: FavouriteNoteProps) {
  const t = engagementMessages[useLocale()]
  const [note, setNote] = useState(initial)
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const { isLetGo } = useLostNote(artworkId, note)
  const close = () => {
    setOpen(false)
    requestAnimationFrame(() => opener.current?.focus())
  }
  if (isOpen) {
    const write = (written: string) => {
      setNote(written)
      close()
    }
    return <NoteForm artworkId={artworkId} title={title} note={note} onWritten={write} onCancel={close} />
  }
  const words = (
    <p className={`border-l pl-3 text-small ${isOneLine ? 'min-w-0 truncate' : 'max-w-measure whitespace-pre-line'}`}>
      {note}
    </p>
  )
  if (isLetGo) {
    if (!note) return null
    return (
      <div>
        {!isOneLine && words}
        <p className="mt-1 text-label text-secondary">{t.noteGoes}</p>
      </div>
    )
  }
  return (
    <div className={isOneLine ? 'flex items-center gap-x-4' : undefined}>
      {note && words}
      <button
        ref={opener}
        type="button"
        aria-label={note ? t.noteEditOf(title) : t.noteAddTo(title)}
        onClick={() => setOpen(true)}
        className="inline-flex min-h-11 shrink-0 items-center text-label text-secondary underline decoration-1 underline-offset-4 hover:text-ink"
      >
        {note ? t.noteEdit : t.noteAdd}
      </button>
    </div>
  )
}
