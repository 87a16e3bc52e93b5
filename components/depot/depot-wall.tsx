'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useLocale } from '@/components/ui/locale-provider'
import type { DepotWork } from '@/lib/contracts/depot'
import { depotMessages } from '@/lib/i18n/messages/depot'
import { BulkEdit } from './bulk-edit'
import { DepotTile } from './depot-tile'
import { RemoveStep } from './remove-step'

/** The works of one page of the depot, to be chosen for what is done to several at once. */
export function DepotWall({ works }: { works: DepotWork[] }) {
  const t = depotMessages[useLocale()]
  const router = useRouter()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [step, setStep] = useState<'edit' | 'remove' | null>(null)
  const mine = works.filter(({ artwork }) => chosen.has(artwork.id))
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  const finish = () => {
    setStep(null)
    setChosen(new Set())
    router.refresh()
  }
  return (
    <>
      <div className="sticky top-0 z-10 mb-6 border-y bg-paper py-3">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <label className="flex min-h-11 cursor-pointer items-center gap-3 text-small">
            <input
              type="checkbox"
              checked={mine.length === works.length}
              onChange={(event) =>
                setChosen(new Set(event.target.checked ? works.map(({ artwork }) => artwork.id) : []))
              }
              className="size-4 accent-accent"
            />
            {t.selectAll}
          </label>
          <p role="status" className="text-small text-secondary">
            {mine.length > 0 && t.selected(mine.length)}
          </p>
          {mine.length > 0 && (
            <div className="flex flex-wrap gap-3 sm:ml-auto">
              <Button onClick={() => setStep('edit')}>{t.editMany}</Button>
              <Button onClick={() => setStep('remove')}>{t.deleteMany}</Button>
              <Button kind="quiet" onClick={() => setChosen(new Set())}>
                {t.clear}
              </Button>
            </div>
          )}
        </div>
        {step === 'edit' && mine.length > 0 && (
          <BulkEdit works={mine} onSaved={finish} onCancel={() => setStep(null)} />
        )}
        {step === 'remove' && mine.length > 0 && (
          <RemoveStep works={mine} onRemoved={finish} onCancel={() => setStep(null)} />
        )}
      </div>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-10 sm:grid-cols-3 lg:grid-cols-4 lg:gap-x-8 lg:gap-y-14">
        {works.map((work) => (
          <DepotTile
            key={work.artwork.id}
            work={work}
            isChosen={chosen.has(work.artwork.id)}
            onChoose={(isChosen) => choose(work.artwork.id, isChosen)}
          />
        ))}
      </ul>
    </>
  )
}
