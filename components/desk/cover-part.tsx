'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { pictureUrl } from '@/lib/contracts/pictures'
import { deskExhibitionMessages } from '@/lib/i18n/messages/desk-exhibition'
import { DeskSection } from './desk-section'
import type { FormPartProps } from './exhibition-form'
import { TheirsNote } from './theirs-note'

/** Which of the hung works stands for the exhibition. */
export function CoverPart({ exhibition, draft, set, theirs }: FormPartProps) {
  const locale = useLocale()
  const t = deskExhibitionMessages[locale]
  const { works } = exhibition
  const titleOf = (id: string) => works.find((work) => work.id === id)?.title[locale] ?? id
  const ring =
    'relative block cursor-pointer p-1 outline-1 -outline-offset-1 outline-transparent has-checked:outline-2 has-checked:outline-accent has-focus-visible:outline-2 has-focus-visible:outline-accent'
  return (
    <DeskSection title={t.coverTitle} hint={t.coverHint}>
      <div className="flex max-h-72 flex-wrap items-center gap-2 overflow-y-auto">
        <label className={`${ring} text-label`}>
          <input
            type="radio"
            name="cover"
            checked={draft.coverArtworkId === null}
            onChange={() => set({ coverArtworkId: null })}
            className="sr-only"
          />
          <span className="flex h-20 w-24 items-center justify-center border px-2 text-center leading-5">
            {t.coverFirst}
          </span>
        </label>
        {works.map((work) => (
          <label key={work.id} className={ring}>
            <input
              type="radio"
              name="cover"
              checked={draft.coverArtworkId === work.id}
              onChange={() => set({ coverArtworkId: work.id })}
              className="sr-only"
            />
            {/* biome-ignore lint/performance/noImgElement: our own pictures come in their sizes already */}
            <img
              src={pictureUrl(work.picture, 256)}
              alt={work.title[locale]}
              title={work.title[locale]}
              loading="lazy"
              width={work.picture.width}
              height={work.picture.height}
              className="h-20 w-auto"
              style={{ backgroundColor: work.picture.colour }}
            />
          </label>
        ))}
      </div>
      <TheirsNote theirs={theirs} name="coverArtworkId" show={titleOf} />
    </DeskSection>
  )
}
