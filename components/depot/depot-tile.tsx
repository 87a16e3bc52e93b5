'use client'

import Link from 'next/link'
import { ArtworkPicture } from '@/components/catalogue/artwork-picture'
import { useLocale } from '@/components/ui/locale-provider'
import type { DepotWork } from '@/lib/contracts/depot'
import { depotMessages } from '@/lib/i18n/messages/depot'

interface DepotTileProps {
  work: DepotWork
  isChosen: boolean
  onChoose: (isChosen: boolean) => void
}

/** One work in the depot: its picture leads to its own page, its box chooses it. */
export function DepotTile({ work, isChosen, onChoose }: DepotTileProps) {
  const locale = useLocale()
  const t = depotMessages[locale]
  const { artwork, label, places } = work
  const title = artwork.title[locale]
  const facts = [
    places.length > 0 ? t.hangs(places.length) : t.hangsNowhere,
    work.ownerName && t.lentBy(work.ownerName),
    work.isHidden && t.hidden,
  ].filter(Boolean)
  return (
    <li>
      <Link
        href={`/curator/depot/${artwork.id}`}
        prefetch={false}
        tabIndex={-1}
        aria-hidden="true"
        className={`flex aspect-square items-center bg-mat p-3 ${isChosen ? 'outline-2 -outline-offset-2 outline-accent' : ''}`}
      >
        <div className="mx-auto w-full" style={{ maxWidth: `${Math.min(1, ratioOf(work)) * 100}%` }}>
          <ArtworkPicture picture={artwork.picture} alt="" sizes="(min-width: 64rem) 22vw, 45vw" />
        </div>
      </Link>
      <div className="mt-3 flex items-start gap-3">
        <input
          type="checkbox"
          aria-label={t.select(title)}
          checked={isChosen}
          onChange={(event) => onChoose(event.target.checked)}
          className="mt-1 size-4 shrink-0 accent-accent"
        />
        <div className="min-w-0">
          <Link
            href={`/curator/depot/${artwork.id}`}
            prefetch={false}
            className="editorial block text-body hover:underline"
          >
            {title}
          </Link>
          {artwork.artist[locale] && <p className="text-label text-secondary">{artwork.artist[locale]}</p>}
          <p className="text-label text-secondary">{facts.join(' · ')}</p>
          {label.tags.length > 0 && (
            <ul className="mt-1 flex flex-wrap gap-x-3 text-label">
              {label.tags.map((tag) => (
                <li key={tag}>
                  <Link href={`/curator/depot?tag=${encodeURIComponent(tag)}`} prefetch={false} className="link">
                    {tag}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </li>
  )
}

const ratioOf = ({ artwork: { picture } }: DepotWork) => picture.width / picture.height
