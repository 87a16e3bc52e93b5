'use client'

import { useState } from 'react'
import { CallWords } from '@/components/submissions/call-words'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useOpenCalls } from '@/lib/client/use-open-calls'
import { useRequest } from '@/lib/client/use-request'
import type { PortraitView } from '@/lib/contracts/portraits'
import { routes } from '@/lib/contracts/routes'
import type { OpenCallsPage } from '@/lib/contracts/submissions'
import { easelMessages } from '@/lib/i18n/messages/easel'
import { homeMessages } from '@/lib/i18n/messages/home'
import { LabelForm } from './label-form'

interface SubmitStepProps {
  portrait: PortraitView
  /** Exhibitions that take works at present. */
  openCalls: OpenCallsPage
  onSubmitted: (artworkId: string) => void
}

/** Offers the painting to an exhibition with an open call. */
export function SubmitStep({ portrait, openCalls, onSubmitted }: SubmitStepProps) {
  const locale = useLocale()
  const t = easelMessages[locale]
  const { isBusy, error, run } = useRequest()
  const { calls, readOn, ...reading } = useOpenCalls(openCalls)
  const [slug, setSlug] = useState(calls[0]?.slug ?? '')
  const chosen = calls.find((each) => each.slug === slug)
  const [submittedTo, setSubmittedTo] = useState<string | null>(null)

  if (submittedTo !== null) {
    return (
      <p role="status" className="editorial text-title">
        {t.submitted(submittedTo)}
      </p>
    )
  }
  if (calls.length === 0) return <p className="text-small text-night-secondary">{t.noCalls}</p>
  return (
    <LabelForm
      suggestedTitle={t.workTitleSuggestion(portrait.style.artist[locale])}
      text={t.submitText}
      action={t.submitNow}
      busy={t.submitting}
      isBusy={isBusy}
      error={error}
      onLabel={(label) =>
        void run(async () => {
          const body = { ...label, exhibition: slug }
          const { artworkId } = await call(routes.submitPortrait, { params: { id: portrait.id }, body })
          setSubmittedTo(chosen?.title[locale] ?? '')
          onSubmitted(artworkId)
        })
      }
    >
      <fieldset>
        <legend className="text-small font-medium">{t.openCalls}</legend>
        {calls.map((each) => (
          <label key={each.slug} className="flex min-h-11 cursor-pointer items-center gap-3 text-small">
            <input
              type="radio"
              name="exhibition"
              checked={each.slug === slug}
              onChange={() => setSlug(each.slug)}
              className="size-4 accent-night-accent"
            />
            {each.title[locale]}
          </label>
        ))}
        {chosen && <CallWords call={chosen} locale={locale} />}
        {readOn && (
          <button type="button" disabled={reading.isBusy} onClick={readOn} className="link min-h-11 text-small">
            {homeMessages[locale].moreCalls}
          </button>
        )}
        <FormProblem error={reading.error} />
      </fieldset>
    </LabelForm>
  )
}
