import type { Metadata } from 'next'
import { EaselWall } from '@/components/easels/easel-wall'
import { OrderForm } from '@/components/studio/order-form'
import { choiceOfStyle, choiceOfWork, type StyleChoice } from '@/components/studio/style-choice'
import { PageTitle } from '@/components/ui/page-title'
import type { ArtworkView } from '@/lib/contracts/artworks'
import { idSchema } from '@/lib/contracts/common'
import type { StyleView } from '@/lib/contracts/styles'
import { commonMessages } from '@/lib/i18n/messages/common'
import { studioMessages } from '@/lib/i18n/messages/studio'
import { hasRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { readAdmissionView } from '@/server/admission/read-admission-view'
import { readArtwork } from '@/server/artworks/read-artwork'
import { listOpenExhibitions } from '@/server/exhibitions/list-open-exhibitions'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { readHouse } from '@/server/house/read-house'
import { getLocale } from '@/server/http/locale'
import { getViewer } from '@/server/http/viewer'
import { readPortrait } from '@/server/portraits/read-portrait'
import { listStyles } from '@/server/styles/list-styles'

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Works from the wall on the contact sheet. */
const mostWorks = 12

export async function generateMetadata(): Promise<Metadata> {
  const t = studioMessages[await getLocale()]
  return { title: t.title, description: t.lead }
}

export default async function StudioPage({ searchParams }: PageProps) {
  const [query, locale, viewer, styles] = await Promise.all([searchParams, getLocale(), getViewer(), listStyles()])
  const [works, asked, earlier, door, house] = await Promise.all([
    worksOnTheWall(viewer),
    idOf(query.work, (id) => readArtwork(id, viewer)),
    idOf(query.again, (id) => (viewer ? readPortrait(id, viewer.id) : Promise.resolve(null))),
    readAdmissionView(),
    readHouse(),
  ])
  const preselected = preselect(asked, query.style, styles)
  const isOther = (choice: StyleChoice) => choice.id !== preselected?.id
  const t = studioMessages[locale]
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.title}>
        <p className="mt-3 max-w-measure text-body lg:text-lead">{t.lead}</p>
      </PageTitle>
      <noscript>
        <p className="mb-12 max-w-measure border-l-2 border-ink pl-3 text-small">
          {commonMessages[locale].needsScript}
        </p>
      </noscript>
      <OrderForm
        masters={styles.map(choiceOfStyle).filter(isOther)}
        works={works.map(choiceOfWork).filter(isOther).slice(0, mostWorks)}
        preselected={preselected}
        earlierPhoto={earlier?.photo ?? null}
        door={door}
        hasTurn={hasRole(viewer, 'ARTIST')}
        isHdOff={!house.features.hd}
      />
      <EaselWall locale={locale} />
    </div>
  )
}

function idOf<T>(value: string | string[] | undefined, read: (id: string) => Promise<T | null>): Promise<T | null> {
  const id = idSchema.safeParse(value)
  return id.success ? read(id.data) : Promise.resolve(null)
}

/** What the address asks for: a work first, then a master by its id. */
function preselect(
  work: ArtworkView | null,
  style: string | string[] | undefined,
  styles: StyleView[],
): StyleChoice | null {
  if (work) return choiceOfWork(work)
  const master = styles.find(({ id }) => id === style)
  return master ? choiceOfStyle(master) : null
}

/** Works that hang in the exhibitions of now, one of each exhibition in turn. */
async function worksOnTheWall(viewer: Viewer | null): Promise<ArtworkView[]> {
  const { exhibitions: cards } = await listOpenExhibitions()
  const exhibitions = await Promise.all(cards.map(({ slug }) => readExhibition(slug, viewer)))
  const walls = exhibitions.map((exhibition) =>
    (exhibition?.rooms ?? []).flatMap(({ hangings }) => hangings.map(({ artwork }) => artwork)),
  )
  const longest = Math.max(0, ...walls.map(({ length }) => length))
  const inTurn = Array.from({ length: longest }, (_, index) => walls.flatMap((wall) => wall[index] ?? [])).flat()
  // One work may hang in several exhibitions.
  return [...new Map(inTurn.map((work) => [work.id, work])).values()]
}
