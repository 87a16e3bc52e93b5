import type { Metadata } from 'next'
import Link from 'next/link'
import { Missing } from '@/app/missing'
import { PageTitle } from '@/components/ui/page-title'
import { tourDeskMessages } from '@/lib/i18n/messages/tour-desk'
import { getLocale } from '@/server/http/locale'
import { listTourPlaces } from '@/server/tours/list-tour-places'
import { enterDesk } from '../enter-desk'

export async function generateMetadata(): Promise<Metadata> {
  return { title: tourDeskMessages[await getLocale()].title, robots: { index: false } }
}

export default async function ToursPage() {
  const [locale, viewer] = await Promise.all([getLocale(), enterDesk('/curator/tours')])
  if (!viewer) return <Missing />
  const places = await listTourPlaces(viewer)
  const t = tourDeskMessages[locale]
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.title}>
        <p className="mt-3 max-w-measure text-small text-secondary">{t.lead}</p>
      </PageTitle>
      <ul className="max-w-3xl border-b">
        {places.map(({ slug, title, tourCount }) => (
          <li key={slug} className="border-t">
            <Link
              href={`/curator/tours/${slug}`}
              className="flex min-h-14 items-center justify-between gap-6 py-2 hover:text-accent"
            >
              <span className="editorial text-body">{title[locale]}</span>
              <span className="shrink-0 text-label text-secondary tabular-nums">{t.count(tourCount)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
