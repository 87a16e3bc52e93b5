'use client'

import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import type { DepotWork } from '@/lib/contracts/depot'
import { routes } from '@/lib/contracts/routes'
import { depotMessages } from '@/lib/i18n/messages/depot'

interface RemoveStepProps {
  works: DepotWork[]
  onRemoved: () => void
  onCancel: () => void
}

/** Asks before works leave the depot, and lists the walls that they come down from. */
export function RemoveStep({ works, onRemoved, onCancel }: RemoveStepProps) {
  const locale = useLocale()
  const t = depotMessages[locale]
  const { isBusy, error, run } = useRequest()
  const hung = works.filter(({ places }) => places.length > 0)
  const remove = () =>
    void run(async () => {
      const ids = works.map(({ artwork }) => artwork.id)
      await call(routes.removeWorks, { body: { ids, evenIfHung: hung.length > 0 } })
      onRemoved()
    })
  return (
    <div className="mt-4 max-w-measure space-y-3 border-l border-ink pl-5 text-small">
      {works.some(({ ownerName }) => ownerName === null) && <p>{t.removeText}</p>}
      {works.some(({ ownerName }) => ownerName !== null) && <p>{t.removeLentText}</p>}
      {hung.length > 0 && (
        <div>
          <p className="font-medium">{t.removeHung}</p>
          <ul className="max-h-40 overflow-y-auto">
            {hung.flatMap(({ artwork, places }) =>
              places.map((place) => (
                <li key={`${artwork.id} ${place.slug}`} className="border-t py-1">
                  {artwork.title[locale]}
                  {' – '}
                  <Link href={`/exhibitions/${place.slug}`} className="link">
                    {place.title[locale]}
                  </Link>
                </li>
              )),
            )}
          </ul>
        </div>
      )}
      <FormProblem error={error} />
      <div className="flex flex-wrap gap-3">
        <Button kind="danger" disabled={isBusy} onClick={remove}>
          {isBusy ? t.removing : t.removeYes(works.length)}
        </Button>
        <Button onClick={onCancel}>{t.cancel}</Button>
      </div>
    </div>
  )
}
