'use client'

import Link from 'next/link'
import { useState } from 'react'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { ApiError } from '@/lib/client/api-error'
import { callByName } from '@/lib/client/call-by-name'
import { useRequest } from '@/lib/client/use-request'
import type { CollectionName, CollectionsPage } from '@/lib/contracts/collections'
import { homeMessages } from '@/lib/i18n/messages/home'
import { CollectIntoNew } from './collect-into-new'

/** Puts a work into one's own series and collections, or takes it out; the list opens in place. */
export function CollectButton({ artworkId, title }: { artworkId: string; title: string }) {
  const t = homeMessages[useLocale()]
  const [mine, setMine] = useState<CollectionsPage | 'strangers' | null>(null)
  const [isOpen, setOpen] = useState(false)
  const { isBusy, error, run } = useRequest()

  const page = mine === 'strangers' ? null : mine
  const readOn = () =>
    void run(async () => {
      try {
        const query = { artwork: artworkId, cursor: page?.nextCursor ?? undefined }
        const { collections, nextCursor } = await callByName('collections', 'myCollections', { query })
        setMine({ collections: [...(page?.collections ?? []), ...collections], nextCursor })
      } catch (thrown) {
        const isStranger = thrown instanceof ApiError && (thrown.status === 401 || thrown.code === 'account_needed')
        if (!isStranger) throw thrown
        setMine('strangers')
      }
    })
  const toggle = () => {
    setOpen(!isOpen)
    if (!isOpen && mine === null) readOn()
  }
  const put = (collection: CollectionName, isIn: boolean) =>
    void run(async () => {
      const params = { id: collection.id, artworkId }
      if (isIn) await callByName('collections', 'setCollectionEntry', { params, body: {} })
      else await callByName('collections', 'removeCollectionEntry', { params })
      const change = (each: CollectionName) => (each.id === collection.id ? { ...each, hasWork: isIn } : each)
      if (page) setMine({ ...page, collections: page.collections.map(change) })
    })

  return (
    <div>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-label={t.collectTitle(title)}
        onClick={toggle}
        className="inline-flex min-h-11 items-center text-small hover:text-accent"
      >
        {t.collect}
      </button>
      {isOpen && (
        <div className="pb-3 text-small">
          {mine === null && isBusy && <p className="text-secondary">{t.collectLoading}</p>}
          {mine === 'strangers' && (
            <Link href={`/sign-in?next=/works/${artworkId}`} className="link">
              {t.collectSignIn}
            </Link>
          )}
          {page && (
            <ul aria-label={t.collectionsTitle}>
              {page.collections.map((each) => (
                <li key={each.id}>
                  <label className="flex min-h-11 cursor-pointer items-center gap-3">
                    <input
                      type="checkbox"
                      checked={each.hasWork}
                      disabled={isBusy}
                      onChange={(event) => put(each, event.target.checked)}
                      className="size-4 shrink-0 accent-accent"
                    />
                    {each.title}
                  </label>
                </li>
              ))}
              {page.nextCursor && (
                <li>
                  <button type="button" disabled={isBusy} onClick={readOn} className="link min-h-11">
                    {t.collectMore}
                  </button>
                </li>
              )}
              <li>
                {page.collections.length === 0 && <p className="text-secondary">{t.collectNone}</p>}
                <CollectIntoNew
                  artworkId={artworkId}
                  onMade={(made) => setMine({ ...page, collections: [made, ...page.collections] })}
                />
              </li>
            </ul>
          )}
          <FormProblem error={error} />
        </div>
      )}
    </div>
  )
}
