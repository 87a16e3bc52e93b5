import { ButtonLink } from '@/components/ui/button-link'
import type { ShownCollection as Shown } from '@/lib/contracts/artists'
import type { Locale } from '@/lib/i18n/locale'
import { homeMessages } from '@/lib/i18n/messages/home'
import { CollectionWall } from './collection-wall'
import { Paragraphs } from './paragraphs'

interface ShownCollectionProps {
  artistId: string
  collection: Shown
  locale: Locale
}

/** The beginning of a series or collection on its artist's page, and the way to all of it. */
export function ShownCollection({ artistId, collection, locale }: ShownCollectionProps) {
  const t = homeMessages[locale]
  const { id, kind, title, text, entries, count } = collection
  return (
    <section aria-labelledby={`collection-${id}`}>
      <div className="mb-6 border-t pt-4 lg:mb-8">
        <p className="text-label text-secondary">{kind === 'SERIES' ? t.series : t.collection}</p>
        <h2 id={`collection-${id}`} className="editorial text-title">
          {title}
        </h2>
        <Paragraphs text={text} className="mt-3 text-small" />
      </div>
      <CollectionWall entries={entries} locale={locale} />
      {count > entries.length && (
        <ButtonLink
          href={`/artists/${artistId}/collections/${id}`}
          kind="quiet"
          className="mt-8"
          aria-label={t.wholeCollectionOf(title, count)}
        >
          {t.wholeCollection(count)}
        </ButtonLink>
      )}
    </section>
  )
}
