'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import { type ExhibitionStatus, mayAtDesk, statusSteps } from '@/lib/contracts/desk'
import { routes } from '@/lib/contracts/routes'
import { formatZoned } from '@/lib/i18n/format-zoned'
import { deskExhibitionMessages } from '@/lib/i18n/messages/desk-exhibition'
import { DeskSection } from './desk-section'
import type { PartProps } from './part-props'
import { ProblemList } from './problem-list'

/** Whether it is shown, what is missing until it can be, and the steps that lead on from here. */
export function ShowingSection({ exhibition, onChange }: PartProps) {
  const locale = useLocale()
  const t = deskExhibitionMessages[locale]
  const { id, status, fields, problems, myRole } = exhibition
  const { isBusy, error, run } = useRequest()
  const mayPublish = mayAtDesk(myRole, 'publish')
  const isBefore = status === 'DRAFT' || status === 'SCHEDULED'

  const take = (to: ExhibitionStatus) =>
    run(async () => onChange(await call(routes.setExhibitionStatus, { params: { id }, body: { from: status, to } })))

  return (
    <DeskSection title={t.showing}>
      <p className="text-small">
        <span className="font-medium">{t.status(status)}.</span> {t.stateText(status)}
      </p>
      {isBefore && fields.opensAt && (
        <p className="mt-1 text-small">{t.opensOn(formatZoned(fields.opensAt, fields.timeZone, locale))}</p>
      )}
      {status !== 'ARCHIVED' && fields.closesAt && (
        <p className="mt-1 text-small">{t.closesOn(formatZoned(fields.closesAt, fields.timeZone, locale))}</p>
      )}
      <ProblemList exhibition={exhibition} />
      <div className="mt-4">
        <FormProblem error={error} />
      </div>
      {mayPublish && (
        <div className="mt-4 flex flex-wrap gap-3">
          {statusSteps[status].map((to, index) => {
            const isShowing = to === 'SCHEDULED' || to === 'OPEN'
            const lacks = (isShowing && problems.length > 0) || (to === 'SCHEDULED' && fields.opensAt === null)
            return (
              <Button
                key={to}
                kind={index === 0 && isShowing ? 'primary' : 'secondary'}
                disabled={isBusy || lacks}
                onClick={() => void take(to)}
              >
                {isBusy ? t.working : t.step(`${status}-${to}`)}
              </Button>
            )
          })}
        </div>
      )}
      {mayPublish && status === 'DRAFT' && fields.opensAt === null && (
        <p className="mt-3 text-label text-secondary">{t.setHours}</p>
      )}
      {status === 'DRAFT' && mayAtDesk(myRole, 'discard') && <Discard id={id} />}
    </DeskSection>
  )
}

/** Asks once more before a draft goes. */
function Discard({ id }: { id: string }) {
  const t = deskExhibitionMessages[useLocale()]
  const router = useRouter()
  const [isAsking, setAsking] = useState(false)
  const { isBusy, error, run } = useRequest()

  const discard = () =>
    run(async () => {
      await call(routes.discardExhibition, { params: { id } })
      router.push('/curator/exhibitions')
    })

  if (!isAsking) {
    return (
      <div className="mt-2">
        <Button kind="quiet" onClick={() => setAsking(true)}>
          {t.discard}
        </Button>
      </div>
    )
  }
  return (
    <div className="mt-4 border-l-2 border-ink pl-4">
      <p className="max-w-measure text-small">{t.discardText}</p>
      <FormProblem error={error} />
      <div className="mt-3 flex flex-wrap gap-3">
        <Button kind="danger" disabled={isBusy} onClick={() => void discard()}>
          {t.discardSure}
        </Button>
        <Button disabled={isBusy} onClick={() => setAsking(false)}>
          {t.keep}
        </Button>
      </div>
    </div>
  )
}
