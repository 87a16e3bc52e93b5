'use client'

import { useEffect, useState } from 'react'
import type { EaselView } from '@/lib/contracts/easels'
import { routes } from '@/lib/contracts/routes'
import { call } from './call'
import { newestEasels } from './newest-easels'

/** A sketch is there in half a second, and a painting in a few: often enough to see it grow. */
const everyMs = { busy: 1_200, quiet: 6_000 } as const

/** The easels that are shown at the moment, asked for again and again while the page is looked at and `isWanted`. */
export function useEasels(isWanted: boolean): EaselView[] {
  const [easels, setEasels] = useState<EaselView[]>([])
  useEffect(() => {
    if (!isWanted) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const asking = new AbortController()
    const ask = async () => {
      let count = 0
      if (document.visibilityState === 'visible') {
        // The wall is company, not content: while the house does not answer it stays as it was.
        const answer = await call(routes.listEasels, { signal: asking.signal }).catch(() => null)
        if (asking.signal.aborted) return
        if (answer) setEasels((known) => newestEasels(known, answer.easels))
        count = answer?.easels.length ?? 0
      }
      timer = setTimeout(() => void ask(), count > 0 ? everyMs.busy : everyMs.quiet)
    }
    void ask()
    return () => {
      asking.abort()
      clearTimeout(timer)
    }
  }, [isWanted])
  return easels
}
