'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { Reference } from '@/components/ui/reference'
import { call } from '@/lib/client/call'
import { isUnderway } from '@/lib/client/portrait-state'
import { sentenceFor } from '@/lib/client/sentence'
import { useRequest } from '@/lib/client/use-request'
import type { PortraitView } from '@/lib/contracts/portraits'
import { routes } from '@/lib/contracts/routes'
import { easelMessages } from '@/lib/i18n/messages/easel'
import { nightButton } from './night-button'
import { Notice } from './notice'
import { ShowSwitch } from './show-switch'

interface UnderwayActionsProps {
  portrait: PortraitView
  onAnswer: (portrait: PortraitView) => void
}

/** Of an order without a painting: stop refining, cancel, or paint it again. */
export function UnderwayActions({ portrait, onAnswer }: UnderwayActionsProps) {
  const locale = useLocale()
  const t = easelMessages[locale]
  const { isBusy, error, run } = useRequest()
  const { id, status, stage, quality, isStoppable } = portrait
  const isPending = isUnderway(status)
  const canStop = isStoppable && stage === 'master' && !isBusy
  const isStopping = status === 'PAINTING' && !isStoppable

  const act = (route: typeof routes.stopPortrait | typeof routes.cancelPortrait | typeof routes.retryPortrait) =>
    void run(async () => onAnswer(await call(route, { params: { id } })))

  return (
    <div>
      {error && (
        <Notice className="mb-4">
          {sentenceFor(error, locale)}
          <Reference error={error} />
        </Notice>
      )}
      <div className="flex flex-wrap gap-4">
        {isPending && quality === 'MASTER' && (
          // There from the beginning, so that nothing moves when it can be pressed; not `disabled`, so that it keeps the focus.
          <button
            type="button"
            aria-disabled={!canStop}
            aria-describedby="stop-hint"
            className={`${nightButton.primary} min-w-36`}
            onClick={() => canStop && act(routes.stopPortrait)}
          >
            {isStopping ? t.stopping : t.stop}
          </button>
        )}
        {/* One button for both, so that it keeps the focus when cancelling turns it into painting again. */}
        <button
          type="button"
          disabled={isBusy}
          className={isPending ? nightButton.secondary : nightButton.primary}
          onClick={() => act(isPending ? routes.cancelPortrait : routes.retryPortrait)}
        >
          {isPending ? t.cancel : t.retry}
        </button>
      </div>
      {isPending && quality === 'MASTER' && (
        <p id="stop-hint" className="mt-3 text-label text-night-secondary">
          {t.stopHint}
        </p>
      )}
      {isPending && <ShowSwitch portraitId={id} />}
    </div>
  )
}
