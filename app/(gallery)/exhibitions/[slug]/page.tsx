import type { Metadata } from 'next'
import Link from 'next/link'
import { cache } from 'react'
import { VisitorsBook } from '@/components/book/visitors-book'
import { ClosingNote } from '@/components/catalogue/closing-note'
import { Doors } from '@/components/catalogue/doors'
import { OpenCall } from '@/components/catalogue/open-call'
import { Paragraphs } from '@/components/catalogue/paragraphs'
import { RunLine } from '@/components/catalogue/run-line'
import { WorksWall } from '@/components/catalogue/works-wall'
import { FollowButton } from '@/components/follows/follow-button'
import { LookMark } from '@/components/looks/look-mark'
import { pictureUrl } from '@/lib/contracts/pictures'
import { firstSentences } from '@/lib/i18n/first-sentences'
import { catalogueMessages } from '@/lib/i18n/messages/catalogue'
import { followsMessages } from '@/lib/i18n/messages/follows'
import { bookMessages } from '@/lib/i18n/messages/visitors-book'
import { readDoor } from '@/server/exhibitions/read-door'
import { readHouse } from '@/server/house/read-house'
import { getLocale } from '@/server/http/locale'
import { publicAddress } from '@/server/http/public-address'
import { getViewer } from '@/server/http/viewer'
import { readFirstPage } from '@/server/visitors-book/read-book'
import { Outside, outsideMetadata } from './outside'

interface PageProps {
  params: Promise<{ slug: string }>
}

const load = cache(async (slug: string) => readDoor(slug, await getViewer()))

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { slug } = await params
  const [locale, door, metadataBase] = await Promise.all([getLocale(), load(slug), publicAddress()])
  if (door?.state !== 'open') return outsideMetadata(door, locale)
  const { exhibition } = door
  const title = exhibition.title[locale]
  const description = firstSentences(exhibition.text[locale], 2, locale)
  const images = exhibition.cover ? [{ url: pictureUrl(exhibition.cover, 1024, 'jpg') }] : []
  return {
    metadataBase,
    title,
    description,
    alternates: { canonical: `/exhibitions/${slug}` },
    openGraph: { title, description, url: `/exhibitions/${slug}`, images },
  }
}

export default async function ExhibitionPage({ params }: PageProps) {
  const { slug } = await params
  const [locale, door, viewer, house] = await Promise.all([getLocale(), load(slug), getViewer(), readHouse()])
  if (door?.state !== 'open') return <Outside door={door} locale={locale} />
  const { exhibition } = door
  const book = await readFirstPage(exhibition.id)
  const t = catalogueMessages[locale]
  const title = exhibition.title[locale]
  const rooms = exhibition.rooms.filter((room) => room.hangings.length > 0)
  const { artistId } = exhibition
  const isOwnRoom = exhibition.kind === 'OWN_ROOM' && exhibition.ownerName !== null
  return (
    <>
      <LookMark exhibition={slug} />
      <header className="page pt-8 lg:pt-14">
        <RunLine
          {...exhibition}
          locale={locale}
          lead={isOwnRoom ? t.roomOf(exhibition.ownerName ?? '') : t.exhibition}
        />
        <h1 className="editorial mt-3 max-w-5xl text-display lg:mt-5">{title}</h1>
        <div className="mt-5 grid gap-x-10 gap-y-8 lg:mt-8 lg:grid-cols-12">
          <div className="space-y-6 lg:col-span-7">
            <Paragraphs text={exhibition.text[locale]} />
            {exhibition.closesAt && <ClosingNote closesAt={exhibition.closesAt} locale={locale} />}
            {exhibition.isOpenCall && house.features.submissions && <OpenCall {...exhibition} locale={locale} />}
          </div>
          <div className="lg:col-span-5">
            <Doors slug={slug} title={title} locale={locale} worksHref="#works" />
            {artistId && (
              <div className="mt-5 flex flex-wrap items-start gap-x-8 gap-y-3">
                <Link href={`/artists/${artistId}`} prefetch={false} className="link inline-flex min-h-11 items-center">
                  {followsMessages[locale].artistPage}
                </Link>
                {viewer?.id !== artistId && <FollowButton what={{ artistId }} name={exhibition.ownerName ?? ''} />}
              </div>
            )}
            {exhibition.kind === 'EXHIBITION' && exhibition.status === 'OPEN' && (
              <FollowButton what={{ slug }} name={title} className="mt-5" />
            )}
          </div>
        </div>
      </header>
      <div id="works" className="page mt-14 space-y-16 lg:mt-20 lg:space-y-24">
        {rooms.length === 0 && <p className="text-secondary">{t.noWorks}</p>}
        {rooms.map((room, index) => (
          <section key={room.id} aria-labelledby={`room-${room.id}`}>
            <h2 id={`room-${room.id}`} className="editorial mb-6 border-t pt-4 text-title lg:mb-8">
              {rooms.length === 1 ? t.worksHeading : room.name[locale]}
            </h2>
            <WorksWall hangings={room.hangings} locale={locale} slug={slug} isFirst={index === 0} />
          </section>
        ))}
      </div>
      <section id="book" aria-labelledby="book-heading" className="page mt-14 lg:mt-20">
        <h2 id="book-heading" className="editorial mb-6 border-t pt-4 text-title">
          {bookMessages[locale].title}
        </h2>
        <VisitorsBook slug={slug} locale={locale} initial={book} />
      </section>
    </>
  )
}
