'use client'

import { useEffect, useRef, useState } from 'react'
import { callByName } from '@/lib/client/call-by-name'
import { useFavourite } from '@/lib/client/use-favourite'

/** A work that is let go loses its note in the house; as long as the page stands it is here, and written again with the next keeping. */
export function useLostNote(artworkId: string, note: string): { isLetGo: boolean } {
  const { kept, state } = useFavourite(artworkId)
  const [isLetGo, setLetGo] = useState(false)
  const wasKept = useRef(false)
  useEffect(() => {
    if (state !== 'settled') return
    if (kept && isLetGo && note) {
      callByName('engagement', 'noteFavourite', { params: { id: artworkId }, body: { note } }).then(
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
