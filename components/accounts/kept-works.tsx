import { WorksWall } from '@/components/catalogue/works-wall'
import { FavouriteNote } from '@/components/engagement/favourite-note'
import { KeepButton } from '@/components/engagement/keep-button'
import type { FavouritesPage } from '@/lib/contracts/engagement'
import type { Locale } from '@/lib/i18n/locale'

interface KeptWorksProps {
  favourites: FavouritesPage['favourites']
  locale: Locale
}

/** A person's own wall, with what they noted; each work can be let go right here, and taken back as long as the page stands. */
export function KeptWorks({ favourites, locale }: KeptWorksProps) {
  const notes = new Map(favourites.map(({ artwork, note }) => [artwork.id, note]))
  return (
    <WorksWall
      hangings={favourites.map(({ artwork }) => ({ id: artwork.id, artwork }))}
      locale={locale}
      isFirst
      headingLevel={2}
      underEach={({ id, title }) => (
        <>
          <KeepButton artworkId={id} title={title[locale]} />
          <FavouriteNote artworkId={id} title={title[locale]} initial={notes.get(id) ?? ''} />
        </>
      )}
    />
  )
}
