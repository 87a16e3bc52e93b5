'use client'

import Link from 'next/link'
import { useState } from 'react'
import { ArtworkPicture } from '@/components/catalogue/artwork-picture'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { TextField } from '@/components/ui/text-field'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import type { CollectionView } from '@/lib/contracts/collections'
import { routes } from '@/lib/contracts/routes'
import { homeMessages } from '@/lib/i18n/messages/home'
import { nameWork } from '@/lib/i18n/name-work'

interface CollectionEntryProps {
  collectionId: string
  entry: CollectionView['entries'][number]
}

/** A work in one's own collection, with one's note on it. Taken out, it can be put back with its note as long as the page stands. */
export function CollectionEntry({ collectionId, entry }: CollectionEntryProps) {
  const locale = useLocale()
  const t = homeMessages[locale]
  const { artwork } = entry
  const [note, setNote] = useState(entry.note)
  const [kept, setKept] = useState(entry.note)
  const [isOut, setOut] = useState(false)
  const { isBusy, error, run } = useRequest()
  const params = { id: collectionId, artworkId: artwork.id }
  const save = () =>
    void run(async () => {
      await call(routes.setCollectionEntry, { params, body: { note } })
      setKept(note)
      setOut(false)
    })
  const takeOut = () =>
    void run(async () => {
      await call(routes.removeCollectionEntry, { params })
      setOut(true)
    })
  return (
    <li className="grid gap-x-8 gap-y-4 border-t py-6 sm:grid-cols-[200px_1fr]">
      <Link href={`/works/${artwork.id}`} prefetch={false} className="block max-w-52">
        <ArtworkPicture
          picture={artwork.picture}
          alt={nameWork(artwork.title[locale], artwork.artist[locale], locale)}
          sizes="208px"
        />
      </Link>
      <div className="max-w-measure space-y-3">
        <div>
          <h2 id={`work-${artwork.id}`} className="editorial text-title">
            {artwork.title[locale]}
          </h2>
          <p className="text-small text-secondary">{artwork.artist[locale]}</p>
        </div>
        {!isOut && (
          <TextField
            id={`note-${artwork.id}`}
            label={t.note(artwork.title[locale])}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
        <p role="status" className="text-small text-secondary">
          {isOut && t.tookOut}
        </p>
        <FormProblem error={error} />
        <div className="flex flex-wrap gap-4">
          {!isOut && note !== kept && (
            <Button disabled={isBusy} onClick={save}>
              {isBusy ? t.saving : t.save}
            </Button>
          )}
          {/* The same button, so that the focus stays where it was. */}
          <Button
            kind="quiet"
            aria-disabled={isBusy}
            aria-describedby={`work-${artwork.id}`}
            onClick={isOut ? save : takeOut}
          >
            {isOut ? t.putBack : t.takeOut}
          </Button>
        </div>
      </div>
    </li>
  )
}
