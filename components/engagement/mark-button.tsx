'use client'

import { type ReactNode, useId, useState } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import { Reference } from '@/components/ui/reference'
import type { ApiError } from '@/lib/client/api-error'
import type { MarkState } from '@/lib/client/mark-view'
import { sentenceFor } from '@/lib/client/sentence'
import { engagementMessages } from '@/lib/i18n/messages/engagement'

interface MarkButtonProps {
  /** Accessible name; it stays the same, `aria-pressed` tells the state. */
  name: string
  isOn: boolean
  state: MarkState
  refusal: ApiError | null
  /** What is said after a press, given what the mark has become. */
  announcement: (isOn: boolean) => string
  onToggle: () => void
  className?: string
  /** Icon and visible word. */
  children: ReactNode
}

/** A quiet toggle: an icon and a word, without a box. What a press led to is said politely; a refusal is shown beneath. */
export function MarkButton({
  name,
  isOn,
  state,
  refusal,
  announcement,
  onToggle,
  className = '',
  children,
}: MarkButtonProps) {
  const locale = useLocale()
  const noteId = useId()
  const [hasPressed, setHasPressed] = useState(false)
  const note = refusal ? sentenceFor(refusal, locale) : state === 'waiting' ? engagementMessages[locale].waiting : null
  return (
    <span className={`relative inline-flex flex-col items-start ${className}`}>
      <button
        type="button"
        aria-pressed={isOn}
        aria-label={name}
        aria-describedby={note ? noteId : undefined}
        className="group inline-flex min-h-11 min-w-11 items-center gap-2 text-small transition-colors"
        onClick={() => {
          setHasPressed(true)
          onToggle()
        }}
      >
        {children}
      </button>
      <span role="status" className="sr-only">
        {hasPressed && !note ? announcement(isOn) : ''}
      </span>
      {note && (
        <span id={noteId} role="status" className="max-w-[26em] border-l border-current pl-3 text-label text-balance">
          {note}
          <Reference error={refusal} />
        </span>
      )}
    </span>
  )
}
