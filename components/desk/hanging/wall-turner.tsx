'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { hangingMessages } from '@/lib/i18n/messages/hanging'

interface WallTurnerProps {
  /** Of the wall that is drawn. */
  name: string
  onTurn(by: 1 | -1): void
}

const arrow = 'inline-flex size-11 items-center justify-center hover:text-accent'

/** Which wall is drawn, the ways to its neighbours, and the keys that the drawing takes. */
export function WallTurner({ name, onTurn }: WallTurnerProps) {
  const t = hangingMessages[useLocale()]
  return (
    <div className="mt-1 flex flex-wrap items-center justify-between gap-x-6 text-label lg:flex-nowrap">
      <div className="flex items-center">
        <button type="button" className={arrow} aria-label={t.previousWall} onClick={() => onTurn(-1)}>
          ←
        </button>
        <span className="min-w-36 text-center tabular-nums" data-testid="wall-name">
          {name}
        </span>
        <button type="button" className={arrow} aria-label={t.nextWall} onClick={() => onTurn(1)}>
          →
        </button>
      </div>
      <p id="elevation-help" className="max-w-3xl flex-1 text-secondary max-lg:sr-only">
        {t.elevationHelp}
      </p>
    </div>
  )
}
