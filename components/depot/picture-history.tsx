'use client'

import { useRouter } from 'next/navigation'
import { ArtworkPicture } from '@/components/catalogue/artwork-picture'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import type { DepotEntry } from '@/lib/contracts/depot'
import { routes } from '@/lib/contracts/routes'
import { formatDay } from '@/lib/i18n/format-run'
import { depotMessages } from '@/lib/i18n/messages/depot'

interface PictureHistoryProps {
  artworkId: string
  version: number
  earlier: DepotEntry['earlier']
}

/** Pictures that a work had before; each can come back. */
export function PictureHistory({ artworkId, version, earlier }: PictureHistoryProps) {
  const locale = useLocale()
  const t = depotMessages[locale]
  const router = useRouter()
  const { isBusy, error, run } = useRequest()
  const restore = (earlierId: string) =>
    void run(async () => {
      await call(routes.restorePicture, { params: { id: artworkId }, body: { earlierId, version } })
      router.refresh()
    })
  return (
    <section aria-label={t.earlier} className="mt-8">
      <h2 className="border-t pt-4 text-small font-medium">{t.earlier}</h2>
      <FormProblem error={error} />
      <ul className="mt-3 space-y-4">
        {earlier.map(({ id, picture, replacedAt, replacedBy }) => (
          <li key={id} className="grid grid-cols-[96px_1fr] items-start gap-4">
            <ArtworkPicture picture={picture} alt="" sizes="96px" />
            <div>
              <p id={`earlier-${id}`} className="text-label text-secondary">
                {t.earlierUntil(formatDay(replacedAt, locale), replacedBy ?? '')}
              </p>
              <Button kind="quiet" disabled={isBusy} aria-describedby={`earlier-${id}`} onClick={() => restore(id)}>
                {t.restore}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
