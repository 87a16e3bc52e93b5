'use client'

import { useEffect, useRef } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import { Reference } from '@/components/ui/reference'
import { call } from '@/lib/client/call'
import { sentenceFor } from '@/lib/client/sentence'
import { useRequest } from '@/lib/client/use-request'
import type { PortraitView } from '@/lib/contracts/portraits'
import { routes } from '@/lib/contracts/routes'
import { easelMessages } from '@/lib/i18n/messages/easel'
import { nightButton } from './night-button'
import { Notice } from './notice'

interface DeleteStepProps {
  portrait: PortraitView
  onKeep: () => void
  onDeleted: () => void
}

/** Asks in place before everything of a portrait is erased, and says what that is. */
export function DeleteStep({ portrait, onKeep, onDeleted }: DeleteStepProps) {
  const locale = useLocale()
  const t = easelMessages[locale]
  const { isBusy, error, run } = useRequest()
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => keep.current?.focus(), [])

  const remove = async () => {
    const isGone = await run(async () => {
      await call(routes.deletePortrait, { params: { id: portrait.id } })
    })
    if (isGone) onDeleted()
  }

  return (
    <div>
      <h2 className="text-small font-medium">{t.deleteTitle}</h2>
      <p className="mt-1 text-small text-night-secondary">{t.deleteText}</p>
      {portrait.artworkId && <p className="text-small text-night-secondary">{t.deleteHung}</p>}
      {error && (
        <Notice className="mt-4">
          {sentenceFor(error, locale)}
          <Reference error={error} />
        </Notice>
      )}
      <div className="mt-4 flex flex-wrap gap-4">
        <button type="button" className={nightButton.secondary} disabled={isBusy} onClick={() => void remove()}>
          {isBusy ? t.deleting : t.deleteNow}
        </button>
        <button ref={keep} type="button" className={nightButton.quiet} onClick={onKeep}>
          {t.keepIt}
        </button>
      </div>
    </div>
  )
}
