import { WorksWall } from '@/components/catalogue/works-wall'
import { KeepButton } from '@/components/engagement/keep-button'
import type { ArtworkView } from '@/lib/contracts/artworks'
import type { Locale } from '@/lib/i18n/locale'

/** A person's own wall; each work can be let go right here, and taken back as long as the page stands. */
export function KeptWorks({ works, locale }: { works: ArtworkView[]; locale: Locale }) {
  return (
    <WorksWall
      hangings={works.map((artwork) => ({ id: artwork.id, artwork }))}
      locale={locale}
      eager={3}
      headingLevel={2}
      underEach={(artwork) => <KeepButton artworkId={artwork.id} title={artwork.title[locale]} />}
    />
  )
}
