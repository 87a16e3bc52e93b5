import type { Metadata } from 'next'
import Link from 'next/link'
import { Missing } from '@/app/missing'
import { TourDesk } from '@/components/desk/tours/tour-desk'
import { PageTitle } from '@/components/ui/page-title'
import { tourDeskMessages } from '@/lib/i18n/messages/tour-desk'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { getLocale } from '@/server/http/locale'
import { listTours } from '@/server/tours/list-tours'
import { enterDesk } from '../../enter-desk'

interface PageProps {
  params: Promise<{ slug: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: tourDeskMessages[await getLocale()].title, robots: { index: false } }
}

export default async function TourDeskPage({ params }: PageProps) {
  const { slug } = await params
  const [locale, viewer] = await Promise.all([getLocale(), enterDesk(`/curator/tours/${slug}`)])
  const exhibition = viewer && (await readExhibition(slug, viewer))
  if (!exhibition) return <Missing />
  const tours = await listTours(slug, viewer)
  const works = exhibition.rooms.flatMap(({ hangings }) => hangings.map(({ artwork }) => artwork))
  const t = tourDeskMessages[locale]
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.toursOf(exhibition.title[locale])}>
        <p className="mt-3 flex gap-6 text-small">
          <Link href="/curator/tours" className="link">
            {t.all}
          </Link>
          <Link href={`/exhibitions/${slug}/hall`} prefetch={false} className="link">
            {t.walk}
          </Link>
        </p>
      </PageTitle>
      <TourDesk slug={slug} initial={tours} works={works} locale={locale} />
    </div>
  )
}
