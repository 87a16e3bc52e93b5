'use client'

import Link from 'next/link'
import { useRef, useState } from 'react'
import { RightsLine } from '@/components/catalogue/rights-line'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { ProgressBar } from '@/components/ui/progress-bar'
import { ApiError } from '@/lib/client/api-error'
import { call } from '@/lib/client/call'
import { sentenceFor } from '@/lib/client/sentence'
import { useRequest } from '@/lib/client/use-request'
import type { ManifestView } from '@/lib/contracts/imports'
import { routes } from '@/lib/contracts/routes'
import { depotMessages } from '@/lib/i18n/messages/depot'

const LONGEST_MS = 120_000
type Outcome = { artworkId: string; isDuplicate: boolean } | { error: unknown }

/** A manifest is looked at, and its works are taken one after the other, each with what became of it. */
export function IiifImport() {
  const locale = useLocale()
  const t = depotMessages[locale]
  const [found, setFound] = useState<{ url: string; manifest: ManifestView } | null>(null)
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map())
  const isTaking = useRef(false)
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null)
  const { isBusy, error, run } = useRequest()

  const look = (url: string) =>
    void run(async () => {
      setOutcomes(new Map())
      setFound({ url, manifest: await call(routes.previewManifest, { body: { url }, timeoutMs: LONGEST_MS }) })
    })
  const missing = found?.manifest.works.filter(({ id, artworkId }) => !artworkId && !isIn(outcomes.get(id))) ?? []
  const take = async () => {
    if (!found || isTaking.current) return
    isTaking.current = true
    for (const [done, { id: canvasId }] of missing.entries()) {
      setProgress({ done, all: missing.length })
      const outcome: Outcome = await call(routes.importCanvas, {
        body: { url: found.url, canvasId },
        timeoutMs: LONGEST_MS,
      }).catch((thrown: unknown) => ({ error: thrown }))
      setOutcomes((before) => new Map(before).set(canvasId, outcome))
    }
    setProgress(null)
    isTaking.current = false
  }

  return (
    <div className="space-y-8">
      <form
        className="flex max-w-3xl flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          look(String(new FormData(event.currentTarget).get('url')))
        }}
      >
        <Field id="manifest" name="url" type="url" label={t.iiifUrl} required className="min-w-64 flex-1" />
        <Button type="submit" kind={found ? 'secondary' : 'primary'} disabled={isBusy || progress !== null}>
          {isBusy ? t.iiifReading : t.iiifRead}
        </Button>
      </form>
      <FormProblem error={error} />
      {found && (
        <section aria-label={found.manifest.title[locale]} className="border-t pt-6">
          <h2 className="editorial text-title">{found.manifest.title[locale]}</h2>
          {found.manifest.summary[locale] && (
            <p className="mt-2 max-w-measure text-small">{found.manifest.summary[locale]}</p>
          )}
          <p className="mt-2 max-w-measure text-label text-secondary">
            <RightsLine rights={found.manifest.rights} locale={locale} />
            {found.manifest.rights && found.manifest.credit[locale] && ' · '}
            {found.manifest.credit[locale]}
          </p>
          <div className="mt-6 max-w-3xl space-y-3">
            {missing.length > 0 ? (
              <Button kind="primary" disabled={progress !== null} onClick={() => void take()}>
                {progress ? t.iiifTaking(progress.done, progress.all) : t.iiifTake(missing.length)}
              </Button>
            ) : (
              <p role="status" className="text-small">
                {t.iiifAllThere}
              </p>
            )}
            {progress && <ProgressBar share={progress.done / progress.all} label={t.iiifTitle} />}
          </div>
          <ul className="mt-6 max-w-3xl border-b text-small">
            {found.manifest.works.map((work) => (
              <li key={work.id} className="flex justify-between gap-6 border-t py-3">
                <span>
                  {work.title[locale]}
                  <span className="block text-label text-secondary">
                    {[work.artist[locale], work.year].filter(Boolean).join(', ')}
                  </span>
                </span>
                <span role="status" className="shrink-0 text-right text-label">
                  <WorkOutcome before={work.artworkId} outcome={outcomes.get(work.id)} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

const isIn = (outcome: Outcome | undefined) => outcome !== undefined && 'artworkId' in outcome

function WorkOutcome({ before, outcome }: { before: string | null; outcome: Outcome | undefined }) {
  const locale = useLocale()
  const t = depotMessages[locale]
  if (outcome && 'error' in outcome) {
    return outcome.error instanceof ApiError ? sentenceFor(outcome.error, locale) : null
  }
  const artworkId = outcome?.artworkId ?? before
  if (!artworkId) return null
  return (
    <Link href={`/curator/depot/${artworkId}`} prefetch={false} className="link">
      {outcome && !outcome.isDuplicate ? t.iiifDone : t.iiifThere}
    </Link>
  )
}
