'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import type { BookEntryView, BookPage } from '@/lib/contracts/visitors-book'
import type { Locale } from '@/lib/i18n/locale'
import { bookMessages } from '@/lib/i18n/messages/visitors-book'
import { BookForm } from './book-form'
import { BookLine } from './book-line'
import { useBook } from './use-book'

interface VisitorsBookProps {
  slug: string
  locale: Locale
  /** The first page, where the page around it was made with one. */
  initial: BookPage | null
}

/** The visitors' book of an exhibition, to read and to write in. On the server it is its first page. */
export function VisitorsBook({ slug, locale, initial }: VisitorsBookProps) {
  const t = bookMessages[locale]
  const book = useBook(slug, initial)
  const [notice, setNotice] = useState('')
  const place = useRef<HTMLDivElement>(null)
  const { page } = book
  const open = useEffectEvent(() => void book.open())
  useEffect(() => {
    const element = place.current
    if (!element) return
    // The first page is everybody's; which lines are one's own is asked once one comes to it.
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return
      observer.disconnect()
      open()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const say = async (done: Promise<boolean>, words: string) => {
    setNotice('')
    if (await done) setNotice(words)
  }
  const actions = {
    remove: (entry: BookEntryView) => void say(book.remove(entry), t.removed),
    judge: (entry: BookEntryView, isHidden: boolean) => void book.judge(entry, isHidden),
  }
  return (
    <div ref={place} data-testid="visitors-book">
      {page?.isOpen && (
        <BookForm
          locale={locale}
          isBusy={book.isBusy}
          onSign={async (words) => {
            setNotice('')
            const isDone = await book.sign(words)
            if (isDone) setNotice(t.signed)
            return isDone
          }}
        />
      )}
      {page && !page.isOpen && <p className="text-small text-secondary">{t.closed}</p>}
      <p role="status" className="mt-2 text-small">
        {notice}
      </p>
      <FormProblem error={book.error} />
      {!page && book.error && <Button onClick={() => void book.open()}>{t.again}</Button>}
      {page?.entries.length === 0 && page.isOpen && <p className="mt-6 text-small text-secondary">{t.empty}</p>}
      <ol className="mt-4">
        {page?.entries.map((entry) => (
          <BookLine key={entry.id} entry={entry} isKeeper={page.isKeeper} locale={locale} {...actions} />
        ))}
      </ol>
      <div className="mt-4 flex flex-wrap gap-4">
        {page?.nextCursor && (
          <Button kind="quiet" disabled={book.isBusy} onClick={() => void book.readOn()}>
            {t.more}
          </Button>
        )}
        {page?.isKeeper && (
          <Button
            kind="quiet"
            data-testid="book-switch"
            disabled={book.isBusy}
            onClick={() => void book.setOpen(!page.isOpen)}
          >
            {page.isOpen ? t.closeBook : t.openBook}
          </Button>
        )}
      </div>
    </div>
  )
}
