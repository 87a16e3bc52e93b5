'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import { type LadderView, type Rung, rungs } from '@/lib/contracts/admission'
import { routes } from '@/lib/contracts/routes'
import { operatorMessages } from '@/lib/i18n/messages/operator'

/** Holds the ladder at a rung, or lets it follow the load again: one choice of six, put into effect by a button. */
export function RungSwitch({ forcedRung }: Pick<LadderView, 'forcedRung'>) {
  const t = operatorMessages[useLocale()]
  const router = useRouter()
  const [chosen, setChosen] = useState<Rung | null>(forcedRung)
  const [reached, setReached] = useState<Rung | null>(null)
  const { isBusy, error, run } = useRequest()

  const press = async () => {
    const isDone = await run(async () => {
      setReached((await call(routes.forceRung, { body: { rung: chosen } })).rung)
    })
    if (isDone) router.refresh()
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void press()
      }}
    >
      <p className="max-w-measure text-small text-secondary">{t.switchText}</p>
      <fieldset className="mt-4 border-t" disabled={isBusy}>
        <legend className="sr-only">{t.switchTitle}</legend>
        {[null, ...rungs].map((each) => (
          <label
            key={each ?? 'load'}
            className="flex min-h-11 cursor-pointer items-center gap-3 border-b text-small has-checked:font-medium"
          >
            <input
              type="radio"
              name="rung"
              value={each ?? 'load'}
              checked={each === chosen}
              onChange={() => setChosen(each)}
              className="size-4 accent-accent"
            />
            {each === null ? t.followLoad : t.hold(t.rungNames(each))}
          </label>
        ))}
      </fieldset>
      <div className="mt-4">
        <FormProblem error={error} />
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        <Button type="submit" disabled={isBusy || chosen === forcedRung}>
          {isBusy ? t.switching : chosen === null ? t.followLoad : t.hold(t.rungNames(chosen))}
        </Button>
        <p role="status" className="text-label text-secondary">
          {reached !== null && t.switched(t.rungNames(reached))}
        </p>
      </div>
    </form>
  )
}
