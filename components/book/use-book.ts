'use client'

import { useRef, useState } from 'react'
import { callByName } from '@/lib/client/call-by-name'
import { useRequest } from '@/lib/client/use-request'
import type { BookEntryView, BookPage, SignBookBody } from '@/lib/contracts/visitors-book'

/** The book as this visitor holds it. `initial`: its first page as everybody finds it; null to open it now. */
export function useBook(slug: string, initial: BookPage | null) {
  const [page, setPage] = useState(initial)
  const request = useRequest()
  const reading = useRequest()
  // What is written while the book is opened waits for that, and is not lost to it.
  const opening = useRef<Promise<unknown>>(Promise.resolve())
  const params = { slug }
  const change = (id: string, entry: BookEntryView | null) =>
    setPage((now) => now && { ...now, entries: now.entries.flatMap((one) => (one.id === id ? (entry ?? []) : one)) })
  return {
    page,
    isBusy: request.isBusy,
    error: request.error ?? reading.error,
    /** Reads the first page as this very person sees it. */
    open: () => {
      const opened = reading.run(async () => setPage(await callByName('book', 'readBook', { params })))
      opening.current = opened
      return opened
    },
    readOn: () =>
      request.run(async () => {
        const cursor = page?.nextCursor
        if (!cursor) return
        const next = await callByName('book', 'readBook', { params, query: { cursor } })
        setPage((now) => ({ ...next, entries: [...(now?.entries ?? []), ...next.entries] }))
      }),
    sign: (body: SignBookBody) =>
      request.run(async () => {
        await opening.current
        const entry = await callByName('book', 'signBook', { params, body })
        setPage((now) => now && { ...now, entries: [entry, ...now.entries.filter(({ id }) => id !== entry.id)] })
      }),
    remove: (entry: BookEntryView) =>
      request.run(async () => {
        await callByName('book', 'removeBookEntry', { params: { id: entry.id } })
        change(entry.id, null)
      }),
    judge: (entry: BookEntryView, isHidden: boolean) =>
      request.run(async () => {
        await callByName('book', 'judgeBookEntry', { params: { id: entry.id }, body: { isHidden } })
        change(entry.id, { ...entry, isHidden })
      }),
    setOpen: (isOpen: boolean) =>
      request.run(async () => {
        await callByName('book', 'openBook', { params, body: { isOpen } })
        setPage((now) => now && { ...now, isOpen })
      }),
  }
}
export type Book = ReturnType<typeof useBook>
