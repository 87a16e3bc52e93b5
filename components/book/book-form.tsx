'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { useAlive } from '@/lib/client/use-alive'
import { bookLimits } from '@/lib/contracts/limits'
import type { SignBookBody } from '@/lib/contracts/visitors-book'
import type { Locale } from '@/lib/i18n/locale'
import { bookMessages } from '@/lib/i18n/messages/visitors-book'

interface BookFormProps {
  locale: Locale
  isBusy: boolean
  /** Answers whether the words are in the book; until then they stay in the form. */
  onSign(words: SignBookBody): Promise<boolean>
}

/** Where the room for words begins to be told, characters before its end. */
const tellFrom = 100

export function BookForm({ locale, isBusy, onSign }: BookFormProps) {
  const t = bookMessages[locale]
  const id = useId()
  const isAlive = useAlive()
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const left = bookLimits.textLength - text.length
  const sign = async (event: FormEvent) => {
    event.preventDefault()
    if (await onSign({ text: text.trim(), name: name.trim() })) setText('')
  }
  return (
    <form className="max-w-measure" onSubmit={(event) => void sign(event)}>
      <label htmlFor={`${id}-text`} className="block text-small font-medium">
        {t.words}
      </label>
      <textarea
        id={`${id}-text`}
        required
        rows={3}
        maxLength={bookLimits.textLength}
        value={text}
        data-testid="book-text"
        aria-describedby={left < tellFrom ? `${id}-left` : undefined}
        className="editorial mt-1 block w-full rounded border border-edge bg-paper px-3 py-2 text-body"
        onChange={(event) => setText(event.target.value)}
      />
      {left < tellFrom && (
        <p id={`${id}-left`} className="text-label text-secondary tabular-nums">
          {t.left(left)}
        </p>
      )}
      <div className="mt-3 flex flex-wrap items-end gap-4">
        <Field
          id={`${id}-name`}
          label={t.name}
          hint={t.nameHint}
          maxLength={bookLimits.nameLength}
          autoComplete="off"
          value={name}
          className="min-w-56 flex-1"
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" data-testid="book-sign" disabled={!isAlive || isBusy || text.trim() === ''}>
          {t.sign}
        </Button>
      </div>
    </form>
  )
}
