'use client'

import { Button } from '@/components/ui/button'
import { useLocale } from '@/components/ui/locale-provider'
import type { LostWish } from '@/lib/client/hanging/hanging-model'
import { hangingMessages } from '@/lib/i18n/messages/hanging'

interface LostWishesProps {
  lost: LostWish[]
  onDecide: (lost: LostWish, isWanted: boolean) => void
}

/** Where two curators wanted different things of one work: what stands, by whom, and the choice to have it one's own way after all. */
export function LostWishes({ lost, onDecide }: LostWishesProps) {
  const locale = useLocale()
  const t = hangingMessages[locale]
  return (
    <div role="alert">
      {lost.map((one) => {
        const isOpen = one.reason === 'moved' || one.reason === 'taken_down'
        const again = one.reason === 'taken_down' ? t.hangAgain : one.place === null ? t.takeDownStill : t.useMine
        return (
          <div
            key={`${one.hangingId}-${one.reason}`}
            data-testid="lost-wish"
            className="mb-3 flex flex-wrap items-center gap-x-5 gap-y-2 border-l-2 border-ink py-1 pl-4 text-small"
          >
            <p className="min-w-0 flex-1 basis-72">
              {t.lost(one.reason, one.work.title[locale], one.by ?? t.somebody)}
            </p>
            {isOpen && (
              <Button kind="quiet" onClick={() => onDecide(one, true)}>
                {again}
              </Button>
            )}
            <Button kind="quiet" onClick={() => onDecide(one, false)}>
              {t.keepTheirs}
            </Button>
          </div>
        )
      })}
    </div>
  )
}
