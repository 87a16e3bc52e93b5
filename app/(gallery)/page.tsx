import { ExhibitionRow } from '@/components/catalogue/exhibition-row'
import { Invitation } from '@/components/catalogue/invitation'
import { TitleWall } from '@/components/catalogue/title-wall'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { exhibitionsQuerySchema } from '@/lib/contracts/exhibitions'
import type { StyleView } from '@/lib/contracts/styles'
import { catalogueMessages } from '@/lib/i18n/messages/catalogue'
import { listOpenExhibitions } from '@/server/exhibitions/list-open-exhibitions'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { getLocale } from '@/server/http/locale'
import { listStyles } from '@/server/styles/list-styles'

const stylesShown = 6

interface PageProps {
  searchParams: Promise<{ cursor?: string | string[] }>
}

export default async function HomePage({ searchParams }: PageProps) {
  const cursor = exhibitionsQuerySchema.safeParse({ cursor: (await searchParams).cursor }).data?.cursor
  const [locale, page, styles] = await Promise.all([getLocale(), readPage(cursor), listStyles()])
  const t = catalogueMessages[locale]
  const pager = (
    <Pager
      path="/"
      cursor={cursor}
      nextCursor={page.nextCursor}
      locale={locale}
      names={{ earlier: t.moreOpen, newest: t.firstOpen }}
    />
  )
  if (cursor) {
    return (
      <div className="page pt-8 lg:pt-14">
        <PageTitle title={t.alsoOpen} />
        <ul>
          {page.exhibitions.map((exhibition) => (
            <ExhibitionRow key={exhibition.id} exhibition={exhibition} locale={locale} />
          ))}
        </ul>
        {pager}
      </div>
    )
  }
  const [opening, ...others] = page.exhibitions
  return (
    <>
      {opening ? (
        <TitleWall exhibition={opening} work={await readFirstWork(opening.slug)} locale={locale} />
      ) : (
        <section className="page pt-12 lg:pt-24">
          <h1 className="editorial text-display">{t.betweenTitle}</h1>
          <p className="mt-6 max-w-measure text-body">{t.betweenText}</p>
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="also-open" className="page mt-20 lg:mt-28">
          <h2 id="also-open" className="mb-4 text-label text-secondary lg:text-small">
            {t.alsoOpen}
          </h2>
          <ul>
            {others.map((exhibition) => (
              <ExhibitionRow key={exhibition.id} exhibition={exhibition} locale={locale} />
            ))}
          </ul>
          {pager}
        </section>
      )}
      <div className={others.length > 0 ? '' : 'mt-20 lg:mt-28'}>
        <Invitation styles={onePerArtist(styles).slice(0, stylesShown)} locale={locale} />
      </div>
    </>
  )
}

/** A cursor of an exhibition that is gone leads to the first page. */
const readPage = (cursor: string | undefined) => listOpenExhibitions(cursor).catch(() => listOpenExhibitions())

/** The card's cover is a picture alone; the title wall also prints its label. */
async function readFirstWork(slug: string) {
  const exhibition = await readExhibition(slug, null)
  return exhibition?.rooms.flatMap((room) => room.hangings)[0]?.artwork ?? null
}

/** Six different hands say more than six pictures by one. */
function onePerArtist(styles: StyleView[]): StyleView[] {
  return [...new Map(styles.toReversed().map((style) => [style.artist.en, style])).values()].toReversed()
}
