'use client'

import { useEffect, useState } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { sentenceFor } from '@/lib/client/sentence'
import { useRequest } from '@/lib/client/use-request'
import { routes } from '@/lib/contracts/routes'
import { easelsMessages } from '@/lib/i18n/messages/easels'
import { Notice } from './notice'

/** Whether others may watch this portrait being painted: not unless its artist says so, and as long as they say so. */
export function ShowSwitch({ portraitId }: { portraitId: string }) {
  const locale = useLocale()
  const t = easelsMessages[locale]
  const { isBusy, error, run } = useRequest()
  const [isShown, setShown] = useState(false)
  const [said, setSaid] = useState('')
  const params = { id: portraitId }
  useEffect(() => {
    const asking = new AbortController()
    call(routes.isPortraitShown, { params: { id: portraitId }, signal: asking.signal }).then(
      (answer) => setShown(answer.isShown),
      () => undefined,
    )
    return () => asking.abort()
  }, [portraitId])
  const toggle = (isWanted: boolean) =>
    void run(async () => {
      const answer = await call(isWanted ? routes.showPortrait : routes.hidePortrait, { params })
      setShown(answer.isShown)
      setSaid(answer.isShown ? t.shown : t.hidden)
    })
  return (
    <div className="mt-6">
      <label className="flex cursor-pointer items-start gap-3">
        <input
          type="checkbox"
          checked={isShown}
          disabled={isBusy}
          data-testid="show-portrait"
          aria-describedby="show-hint"
          className="mt-0.5 size-5 shrink-0 accent-night-accent"
          onChange={(event) => toggle(event.target.checked)}
        />
        <span className="text-small font-medium">{t.show}</span>
      </label>
      <p id="show-hint" className="mt-1 pl-8 text-label text-night-secondary">
        {t.showHint}
      </p>
      <p role="status" className="sr-only">
        {said}
      </p>
      {error && <Notice className="mt-2">{sentenceFor(error, locale)}</Notice>}
    </div>
  )
}
