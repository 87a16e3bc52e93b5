import type { CollectionView } from '@/lib/contracts/collections'
import type { Locale } from '@/lib/i18n/locale'
import { WorksWall } from './works-wall'

interface CollectionWallProps {
  entries: CollectionView['entries']
  locale: Locale
  /** Level of the works' headings: 2 where the collection's own title is the page's. */
  headingLevel?: 2 | 3
}

/** The works of a series or collection, each with what its artist noted of it. */
export function CollectionWall({ entries, locale, headingLevel = 3 }: CollectionWallProps) {
  const notes = new Map(entries.map(({ artwork, note }) => [artwork.id, note]))
  return (
    <WorksWall
      hangings={entries.map(({ artwork }) => ({ id: artwork.id, artwork }))}
      locale={locale}
      headingLevel={headingLevel}
      underEach={({ id }) => {
        const note = notes.get(id)
        return note ? <p className="mt-2 border-l pl-3 text-label text-secondary">{note}</p> : null
      }}
    />
  )
}
