'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { CallWords } from '@/components/submissions/call-words'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { TextField } from '@/components/ui/text-field'
import { call } from '@/lib/client/call'
import { useOpenCalls } from '@/lib/client/use-open-calls'
import { useRequest } from '@/lib/client/use-request'
import { routes } from '@/lib/contracts/routes'
import type { OpenCallsPage } from '@/lib/contracts/submissions'
import { curatorMessages } from '@/lib/i18n/messages/curator'
import { homeMessages } from '@/lib/i18n/messages/home'

interface OfferFormProps {
  artworkId: string
  openCalls: OpenCallsPage
}

/** Offers a work to one of the exhibitions that call for works. */
export function OfferForm({ artworkId, openCalls }: OfferFormProps) {
  const locale = useLocale()
  const t = homeMessages[locale]
  const id = useId()
  const router = useRouter()
  const { calls, readOn, ...reading } = useOpenCalls(openCalls)
  const [slug, setSlug] = useState(calls[0]?.slug ?? '')
  const chosen = calls.find((each) => each.slug === slug)
  const [isOffered, setOffered] = useState(false)
  const { isBusy, error, run } = useRequest()
  if (isOffered) {
    return (
      <p role="status" className="text-small">
        {t.offered}{' '}
        <Link href="/me/submissions" className="link">
          {curatorMessages[locale].mineTitle}
        </Link>
      </p>
    )
  }
  return (
    <form
      className="max-w-measure space-y-4 border-l border-ink pl-5"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        void run(async () => {
          const body = { artworkId, exhibition: String(form.get('exhibition')), message: String(form.get('message')) }
          await call(routes.offerWork, { body })
          setOffered(true)
          router.refresh()
        })
      }}
    >
      <div>
        <label htmlFor={`${id}-exhibition`} className="block text-small font-medium">
          {t.offerTo}
        </label>
        <select
          id={`${id}-exhibition`}
          name="exhibition"
          value={slug}
          onChange={(event) => setSlug(event.target.value)}
          className="mt-1 block min-h-12 w-full rounded border border-edge bg-paper px-3 text-body"
        >
          {calls.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title[locale]}
            </option>
          ))}
        </select>
        {chosen && <CallWords call={chosen} locale={locale} />}
        {readOn && (
          <Button kind="quiet" disabled={reading.isBusy} onClick={readOn}>
            {t.moreCalls}
          </Button>
        )}
        <FormProblem error={reading.error} />
      </div>
      <TextField id={`${id}-message`} name="message" label={t.offerMessage} maxLength={1000} />
      <FormProblem error={error} />
      <Button type="submit" kind="primary" disabled={isBusy}>
        {isBusy ? curatorMessages[locale].offering : t.offerNow}
      </Button>
    </form>
  )
}
