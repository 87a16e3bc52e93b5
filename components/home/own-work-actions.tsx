'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import type { OwnWork } from '@/lib/contracts/artists'
import { routes } from '@/lib/contracts/routes'
import type { OpenCallsPage } from '@/lib/contracts/submissions'
import { easelMessages } from '@/lib/i18n/messages/easel'
import { homeMessages } from '@/lib/i18n/messages/home'
import { OfferForm } from './offer-form'

interface OwnWorkActionsProps {
  work: OwnWork
  /** Exhibitions that take works now. */
  openCalls: OpenCallsPage
}

type Step = 'offer' | 'remove'

/** Showing one's own work, offering it, deleting it. */
export function OwnWorkActions({ work, openCalls }: OwnWorkActionsProps) {
  const locale = useLocale()
  const t = homeMessages[locale]
  const router = useRouter()
  const [step, setStep] = useState<Step | null>(null)
  const { isBusy, error, run } = useRequest()
  const params = { id: work.artwork.id }
  const setShown = () =>
    void run(async () => {
      await call(work.isPublic ? routes.takeMyWorkBack : routes.showMyWork, { params })
      router.refresh()
    })
  const remove = () =>
    void run(async () => {
      await call(routes.deleteMyWork, { params })
      router.push('/me/works')
      router.refresh()
    })
  const toggle = (which: Step) => setStep(step === which ? null : which)
  return (
    <div className="mt-6 space-y-4">
      <p role="status" className="text-small">
        {work.isHidden ? t.isHidden : work.isPublic ? t.isPublic : t.isPrivate}
      </p>
      <div className="flex flex-wrap gap-3">
        {!work.isHidden && (
          <Button disabled={isBusy} onClick={setShown}>
            {work.isPublic ? t.takeBack : t.show}
          </Button>
        )}
        <Button aria-expanded={step === 'offer'} onClick={() => toggle('offer')}>
          {t.offer}
        </Button>
        {!work.isPortrait && (
          <Button kind="quiet" aria-expanded={step === 'remove'} onClick={() => toggle('remove')}>
            {t.remove}
          </Button>
        )}
      </div>
      <FormProblem error={error} />
      {step === 'offer' && openCalls.calls.length === 0 && (
        <p className="text-small">{easelMessages[locale].noCalls}</p>
      )}
      {step === 'offer' && openCalls.calls.length > 0 && (
        <OfferForm artworkId={work.artwork.id} openCalls={openCalls} />
      )}
      {step === 'remove' && (
        <div className="max-w-measure space-y-3 border-l border-ink pl-5 text-small">
          <p>{t.removeText}</p>
          {work.places.length > 0 && (
            <div>
              <p className="font-medium">{t.removeHung}</p>
              <ul>
                {work.places.map(({ slug, title }) => (
                  <li key={slug} className="border-t py-1">
                    <Link href={`/exhibitions/${slug}`} className="link">
                      {title[locale]}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          )}
          <Button kind="danger" disabled={isBusy} onClick={remove}>
            {isBusy ? t.removing : t.removeYes}
          </Button>
        </div>
      )}
      {work.isPortrait && (
        <p className="max-w-measure text-label text-secondary">
          <Link href="/me/portraits" className="underline decoration-1 underline-offset-4">
            {t.removePortrait}
          </Link>
        </p>
      )}
    </div>
  )
}
