'use client'

import { useEffect } from 'react'
import { lookLog } from '@/lib/client/looks'

/** Counts the visit of a hall that stands open, and how long each work is looked at in it. */
export function useHallLooks(exhibition: string, artworkId: string | null, isOpen: boolean): void {
  useEffect(() => {
    if (isOpen) lookLog()?.arrive(exhibition, 'hall')
  }, [exhibition, isOpen])
  useEffect(() => {
    if (!isOpen) return
    lookLog()?.look(artworkId === null ? null : { exhibition, artworkId, place: 'hall' })
    return () => lookLog()?.look(null)
  }, [exhibition, artworkId, isOpen])
}
