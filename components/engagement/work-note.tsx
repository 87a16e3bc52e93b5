'use client'

import { useEffect, useState } from 'react'
import { callByName } from '@/lib/client/call-by-name'
import { onIdentityChange } from '@/lib/client/identity'
import { useFavourite } from '@/lib/client/use-favourite'
import { FavouriteNote } from './favourite-note'

/**
 * One's note on the page of a work that one keeps. The page is the same for everybody, so the note is read when it stands; its line is
 * kept free all the while, and nothing moves when it comes.
 */
export function WorkNote({ artworkId, title }: { artworkId: string; title: string }) {
  const { kept, state } = useFavourite(artworkId)
  const [note, setNote] = useState<string | null>(null)
  const isKept = kept && state === 'settled'
  useEffect(() => onIdentityChange(() => setNote(null)), [])
  useEffect(() => {
    if (!isKept || note !== null) return
    let isGone = false
    callByName('engagement', 'readFavouriteNote', { params: { id: artworkId } }).then(
      (answer) => !isGone && setNote(answer.note),
      // Without having read it, nothing is offered that could be written over it.
      () => {},
    )
    return () => {
      isGone = true
    }
  }, [artworkId, isKept, note])
  return (
    <div className="mt-2 min-h-11">
      {note !== null && <FavouriteNote artworkId={artworkId} title={title} initial={note} isOneLine />}
    </div>
  )
}
