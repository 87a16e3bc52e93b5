import type { Metadata } from 'next'
import { cache } from 'react'
import { Hall } from '@/components/hall/hall'
import { hallMessages } from '@/lib/i18n/messages/hall'
import { hasRole } from '@/server/accounts/require-role'
import { readDoor } from '@/server/exhibitions/read-door'
import { readCurrentAnnouncements } from '@/server/house/announcements'
import { getLocale } from '@/server/http/locale'
import { getViewer } from '@/server/http/viewer'
import { publishedLights } from '@/server/light/published-lights'
import { mayGuide } from '@/server/presence/may-guide'
import { listTours, readPublished } from '@/server/tours/list-tours'
import { Outside, outsideMetadata } from '../outside'

interface PageProps {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ tour?: string | string[] }>
}

const load = cache(async (slug: string) => readDoor(slug, await getViewer()))

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { slug } = await params
  const [locale, door] = await Promise.all([getLocale(), load(slug)])
  if (door?.state !== 'open') return outsideMetadata(door, locale)
  const t = hallMessages[locale]
  const title = door.exhibition.title[locale]
  // The catalogue's page is the one to be found: it shows the same works to everyone.
  return {
    title: t.hallOf(title),
    description: t.description(title),
    alternates: { canonical: `/exhibitions/${slug}` },
  }
}

export default async function HallPage({ params, searchParams }: PageProps) {
  const [{ slug }, query] = await Promise.all([params, searchParams])
  const [locale, door, viewer] = await Promise.all([getLocale(), load(slug), getViewer()])
  if (door?.state !== 'open') return <Outside door={door} locale={locale} />
  const { exhibition } = door
  // Whoever writes a tour walks it here before others can.
  const asked = query.tour === undefined ? readPublished(exhibition.id) : listTours(slug, viewer)
  const [tours, guide, lights, announcements] = await Promise.all([
    asked,
    mayGuide(viewer, exhibition.id),
    publishedLights(exhibition),
    readCurrentAnnouncements().catch(() => []),
  ])
  const played = tours.find(({ id }) => id === query.tour)
  const may = { showName: viewer !== null && !viewer.isGuest, guide }
  // The tours' desk is open to the house's curators alone, though others may edit or guide.
  const begin = played && {
    tour: played,
    desk: hasRole(viewer, 'CURATOR') ? `/curator/tours/${slug}#tour-${played.id}` : null,
  }
  const told = { tours, lights, announcements, begin: begin ?? null }
  return <Hall exhibition={exhibition} locale={locale} may={may} {...told} />
}
