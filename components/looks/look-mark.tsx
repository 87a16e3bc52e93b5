'use client'

import { useEffect } from 'react'
import { lookLog } from '@/lib/client/looks'

interface LookMarkProps {
  /** Slug of the exhibition that the page belongs to. */
  exhibition: string
  /** The work that the page shows, if it is one work's. */
  artworkId?: string
}

/** Counts that somebody is here (docs/decisions/0165); shows nothing. */
export function LookMark({ exhibition, artworkId }: LookMarkProps) {
  useEffect(() => {
    const log = lookLog()
    log?.arrive(exhibition, 'exhibition')
    if (!artworkId) return
    log?.look({ exhibition, artworkId, place: 'page' })
    return () => log?.look(null)
  }, [exhibition, artworkId])
  return null
}
