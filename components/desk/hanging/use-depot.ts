'use client'

import { useEffect, useState } from 'react'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import type { DeskWork } from '@/lib/contracts/desk'
import type { DepotPage } from '@/lib/contracts/desk-hanging'
import { routes } from '@/lib/contracts/routes'

const typingMs = 250

interface Depot {
  works: DeskWork[]
  hasMore: boolean
  isBusy: boolean
  error: unknown
  words: string
  search: (words: string) => void
  more: () => void
}

/** Works that may be hung, page by page, and found by their words. */
export function useDepot(roomId: string, first: DepotPage): Depot {
  const [page, setPage] = useState(first)
  const [words, setWords] = useState('')
  const [isSearching, setSearching] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const { isBusy, error, run } = useRequest()

  useEffect(() => {
    if (!isSearching) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      call(routes.roomDepot, { params: { id: roomId }, query: words ? { q: words } : {}, signal: abort.signal })
        .then((found) => {
          setPage(found)
          setProblem(null)
          setSearching(false)
        })
        .catch((thrown: unknown) => {
          if (abort.signal.aborted) return
          setProblem(thrown)
          setSearching(false)
        })
    }, typingMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [roomId, words, isSearching])

  const more = () =>
    void run(async () => {
      const query = { ...(words && { q: words }), cursor: page.nextCursor ?? undefined }
      const next = await call(routes.roomDepot, { params: { id: roomId }, query })
      setPage({ works: [...page.works, ...next.works], nextCursor: next.nextCursor })
    })

  return {
    works: page.works,
    hasMore: page.nextCursor !== null,
    isBusy: isBusy || isSearching,
    error: error ?? problem,
    words,
    search: (next) => {
      setWords(next)
      setSearching(true)
    },
    more,
  }
}
