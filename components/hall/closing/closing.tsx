'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { useNearMoment } from '@/lib/client/use-near-moment'
import type { ExhibitionView } from '@/lib/contracts/exhibitions'
import { formatSpan } from '@/lib/i18n/format-span'
import type { Locale } from '@/lib/i18n/locale'
import { openingMessages } from '@/lib/i18n/messages/opening'
import { CloseIcon } from '../panel/icons'
import { plate, plateButton } from '../panel/plate'
import { closingPhase, lastHour } from './closing-phase'

interface ClosingProps {
  exhibition: ExhibitionView
  locale: Locale
  /** The room can be seen. */
  isReady: boolean
  onOpenBook(): void
  /** The farewell was put away, and what had the focus with it. */
  onPutAway(): void
}

/**
 * A hall's last hour: a quiet line with the time that is left, and at the hour a farewell. Nobody is shown out: what they see stays. Curators,
 * who come in when it is over, are told nothing.
 */
export function Closing({ exhibition, ...rest }: ClosingProps) {
  const { closesAt, status } = exhibition
  if (closesAt === null || status !== 'OPEN') return null
  return <LastHour {...rest} title={exhibition.title[rest.locale]} closesAt={closesAt} />
}

interface LastHourProps extends Omit<ClosingProps, 'exhibition'> {
  title: string
  closesAt: string
}

function LastHour({ title, closesAt, locale, isReady, onOpenBook, onPutAway }: LastHourProps) {
  const t = openingMessages[locale]
  const left = useNearMoment(closesAt, lastHour)
  const phase = closingPhase(left)
  const [told, setTold] = useState('')
  const [isPutAway, setPutAway] = useState(false)
  const line = left === null ? '' : t.closesIn(formatSpan(left, locale))
  const tell = useEffectEvent(() => setTold(phase === 'over' ? `${t.farewell(title)}. ${t.thanks}` : line))
  // A live region is heard when its words change, so it stands empty first; and the line's seconds are not read out one by one.
  useEffect(() => {
    if (isReady && phase) tell()
  }, [isReady, phase])
  return (
    <>
      <p className="sr-only" role="status" data-testid="hall-closing-notice">
        {told}
      </p>
      {isReady && phase && phase !== 'over' && (
        <p className={`${plate} px-4 py-3 text-label tabular-nums`} data-testid="hall-closing">
          {line}
        </p>
      )}
      {isReady && phase === 'over' && !isPutAway && (
        <section
          aria-labelledby="hall-farewell-heading"
          data-testid="hall-farewell"
          data-own-keys=""
          className={`${plate} pointer-events-auto max-w-full`}
        >
          <div className="flex items-start pl-4">
            <h2 id="hall-farewell-heading" className="editorial min-w-0 flex-1 pt-3 text-title">
              {t.farewell(title)}
            </h2>
            <button
              type="button"
              aria-label={t.stay}
              className={plateButton}
              onClick={() => {
                setPutAway(true)
                onPutAway()
              }}
            >
              <CloseIcon />
            </button>
          </div>
          <p className="px-4 pt-2 text-small">{t.thanks}</p>
          <div className="flex flex-wrap gap-3 p-4">
            <Button onClick={onOpenBook}>{t.toBook}</Button>
            <ButtonLink href="/">{t.others}</ButtonLink>
          </div>
        </section>
      )}
    </>
  )
}
