import type { Metadata } from 'next'
import { cache } from 'react'
import { Missing } from '@/app/missing'
import { Coming } from '@/components/catalogue/coming'
import { Hall } from '@/components/hall/hall'
import { commonMessages } from '@/lib/i18n/messages/common'
import { hallMessages } from '@/lib/i18n/messages/hall'
import { hasRole } from '@/server/accounts/require-role'
import { readComing } from '@/server/exhibitions/read-coming'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { readCurrentAnnouncements } from '@/server/house/announcements'
import { getLocale } from '@/server/http/locale'
import { getViewer } from '@/server/http/viewer'
import { publishedLights } from '@/server/light/published-lights'
import { listTours, readPublished } from '@/server/tours/list-tours'

interface PageProps {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ tour?: string | string[] }>
}

const load = cache(async (slug: string) => readExhibition(slug, await getViewer()))

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { slug } = await params
  const [locale, exhibition] = await Promise.all([getLocale(), load(slug)])
  const coming = exhibition ? null : await readComing(slug)
  if (coming) return { title: coming.title[locale] }
  if (!exhibition) return { title: commonMessages[locale].notFoundTitle, robots: { index: false } }
  const t = hallMessages[locale]
  const title = exhibition.title[locale]
  // The catalogue's page is the one to be found: it shows the same works to everyone.
  return {
    title: t.hallOf(title),
    description: t.description(title),
    alternates: { canonical: `/exhibitions/${slug}` },
  }
}

export default async function HallPage({ params, searchParams }: PageProps) {
  const [{ slug }, query] = await Promise.all([params, searchParams])
  const [locale, exhibition, viewer] = await Promise.all([getLocale(), load(slug), getViewer()])
  const coming = exhibition ? null : await readComing(slug)
  if (coming) return <Coming exhibition={coming} locale={locale} />
  if (!exhibition) return <Missing />
  const may = { showName: viewer !== null && !viewer.isGuest, guide: hasRole(viewer, 'CURATOR') }
  // Whoever writes a tour walks it here before others can.
  const asked = query.tour === undefined ? readPublished(exhibition.id) : listTours(slug, viewer)
  const [tours, lights, announcements] = await Promise.all([
    asked,
    publishedLights(exhibition),
    readCurrentAnnouncements().catch(() => []),
  ])
  const played = tours.find(({ id }) => id === query.tour)
  const begin = played && { tour: played, desk: may.guide ? `/curator/tours/${slug}#tour-${played.id}` : null }
  const told = { tours, lights, announcements, begin: begin ?? null }
  return <Hall exhibition={exhibition} locale={locale} may={may} {...told} />
}
