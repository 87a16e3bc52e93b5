'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { FollowButton } from '@/components/follows/follow-button'
import { ButtonLink } from '@/components/ui/button-link'
import { clockParts } from '@/lib/client/time-until'
import { useClockSkew } from '@/lib/client/use-clock-skew'
import { useTimeLeft } from '@/lib/client/use-time-left'
import type { ComingExhibition } from '@/lib/contracts/exhibitions'
import { formatMoment } from '@/lib/i18n/format-moment'
import type { Locale } from '@/lib/i18n/locale'
import { openingMessages } from '@/lib/i18n/messages/opening'

interface ComingProps {
  exhibition: ComingExhibition
  locale: Locale
}

/** How long after the hour the house is asked again, ms, each visitor at a moment of their own: thousands may wait before one door. */
const crowdMs = 4_000
const againMs = 5_000

/** The title wall of an exhibition before it opens: its words, and the time that is left. At the hour the doors open by themselves. */
export function Coming({ exhibition, locale }: ComingProps) {
  const t = openingMessages[locale]
  const router = useRouter()
  // The doors open by the house's clock, and many a visitor's is minutes off.
  const left = useTimeLeft(exhibition.opensAt, useClockSkew())
  const isTime = left === 0
  useEffect(() => {
    if (!isTime) return
    let timer = setTimeout(function enter() {
      router.refresh()
      timer = setTimeout(enter, againMs)
    }, Math.random() * crowdMs)
    return () => clearTimeout(timer)
  }, [isTime, router])
  return (
    <div className="page flex min-h-[70vh] flex-col justify-center py-16" data-testid="coming">
      <p className="text-label text-secondary lg:text-small">{t.opens(formatMoment(exhibition.opensAt, locale))}</p>
      <h1 className="editorial mt-3 max-w-5xl text-display">{exhibition.title[locale]}</h1>
      <p className="mt-8 max-w-measure text-body whitespace-pre-line">{exhibition.text[locale]}</p>
      <div className="mt-12 min-h-24">
        {!isTime && <Clock seconds={left} locale={locale} />}
        {/* A live region is heard when its words change, so it stands empty first. */}
        <p role="status">{isTime && t.opening}</p>
      </div>
      <div className="mt-10 flex flex-wrap items-start gap-x-8 gap-y-4">
        <FollowButton what={{ slug: exhibition.slug }} name={exhibition.title[locale]} />
        <ButtonLink href="/" kind="quiet">
          {t.others}
        </ButtonLink>
      </div>
    </div>
  )
}

/** Without a script it is not there: the hour stands above. */
function Clock({ seconds, locale }: { seconds: number | null; locale: Locale }) {
  const t = openingMessages[locale]
  if (seconds === null) return null
  const parts = Object.entries(clockParts(seconds)) as [keyof ReturnType<typeof clockParts>, number][]
  return (
    <div role="timer" aria-label={t.left} className="flex gap-8 lg:gap-12">
      {parts.map(([unit, value]) => (
        <p key={unit} className="min-w-12">
          <span className="block text-headline tabular-nums">{String(value).padStart(2, '0')}</span>
          <span className="block text-label text-secondary">{t[unit]}</span>
        </p>
      ))}
    </div>
  )
}
