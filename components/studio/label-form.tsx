'use client'

import { type ReactNode, useId } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import { Reference } from '@/components/ui/reference'
import type { ApiError } from '@/lib/client/api-error'
import { sentenceFor } from '@/lib/client/sentence'
import type { HangPortraitBody } from '@/lib/contracts/portraits'
import { easelMessages } from '@/lib/i18n/messages/easel'
import { nightButton } from './night-button'
import { NightField, NightTextField } from './night-field'
import { Notice } from './notice'

interface LabelFormProps {
  suggestedTitle: string
  /** What hanging or offering means, in a sentence. */
  text: string
  action: string
  busy: string
  isBusy: boolean
  error: ApiError | null
  onLabel: (label: HangPortraitBody) => void
  /** Further fields, before title and text. */
  children?: ReactNode
}

/** The words for a work's label. */
export function LabelForm({ suggestedTitle, text, action, busy, isBusy, error, onLabel, children }: LabelFormProps) {
  const locale = useLocale()
  const t = easelMessages[locale]
  const id = useId()
  return (
    <form
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        onLabel({ title: String(form.get('title')), description: String(form.get('description')) })
      }}
    >
      <p className="text-small text-night-secondary">{text}</p>
      {children}
      <NightField
        id={`${id}-title`}
        name="title"
        label={t.workTitle}
        defaultValue={suggestedTitle}
        required
        maxLength={120}
        error={error?.fields.title}
      />
      <NightTextField
        id={`${id}-text`}
        name="description"
        label={t.workText}
        maxLength={1000}
        error={error?.fields.description}
      />
      {error && (
        <Notice>
          {sentenceFor(error, locale)}
          <Reference error={error} />
        </Notice>
      )}
      <button type="submit" disabled={isBusy} className={nightButton.primary}>
        {isBusy ? busy : action}
      </button>
    </form>
  )
}
