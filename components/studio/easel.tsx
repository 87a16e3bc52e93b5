'use client'

import Link from 'next/link'
import { useLocale } from '@/components/ui/locale-provider'
import { useOnline } from '@/lib/client/use-online'
import { usePortrait } from '@/lib/client/use-portrait'
import type { PortraitView } from '@/lib/contracts/portraits'
import type { OpenCallsPage } from '@/lib/contracts/submissions'
import { easelMessages } from '@/lib/i18n/messages/easel'
import { EaselPicture } from './easel-picture'
import { EaselProgress, stageWords } from './easel-progress'
import { nightButton } from './night-button'
import { OrderFacts } from './order-facts'
import { PortraitActions } from './portrait-actions'
import { refinementWords } from './refinement-words'

interface EaselProps {
  initial: PortraitView
  isGuest: boolean
  openCalls: OpenCallsPage
}

/** A portrait on the easel, from the queue to the finished painting, live. */
export function Easel({ initial, isGuest, openCalls }: EaselProps) {
  const locale = useLocale()
  const t = easelMessages[locale]
  const { portrait, isReachable, isGone, take } = usePortrait(initial)
  const isOnline = useOnline()

  if (isGone) {
    return (
      <div className="py-24 text-center">
        <h1 className="editorial text-headline">{t.gone}</h1>
        <p className="mt-4 mb-8 text-small text-night-secondary">{t.goneText}</p>
        <Link href="/studio" className={nightButton.primary}>
          {t.anotherPhoto}
        </Link>
      </div>
    )
  }
  return (
    <div className="grid grid-cols-1 items-start gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_400px]">
      <div className="lg:sticky lg:top-12">
        <EaselPicture portrait={portrait} />
      </div>
      <div className="lg:self-center">
        {!(isOnline && isReachable) && (
          <p role="status" className="mb-6 border-l-2 border-night-ink pl-3 text-small">
            {t.offline}
          </p>
        )}
        <EaselProgress portrait={portrait} />
        <p role="status" className="sr-only">
          {[stageWords(portrait, locale), refinementWords(portrait, locale)].filter(Boolean).join('. ')}
        </p>
        <OrderFacts portrait={portrait} />
        <PortraitActions portrait={portrait} isGuest={isGuest} openCalls={openCalls} onAnswer={take} />
      </div>
    </div>
  )
}
