import type { AnnouncementsPage, AnnouncementView } from '@/lib/contracts/house'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { catalogueRules, sizeOf } from '@/server/artworks/catalogue-rules'
import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { catalogueDb } from '@/server/platform/catalogue-db'
import { db } from '@/server/platform/db'
import { idAfter } from '@/server/platform/id-cursor'

const PAGE = 30
/** Lines that stand above a page at once; those that began last. */
const MOST_SHOWN = 2

export const announcementSelect = {
  id: true,
  textEn: true,
  textZh: true,
  startsAt: true,
  endsAt: true,
  version: true,
} as const

interface Row {
  id: string
  textEn: string
  textZh: string
  startsAt: Date
  endsAt: Date | null
  version: number
}

export const announcementView = ({ id, textEn, textZh, startsAt, endsAt, version }: Row): AnnouncementView => ({
  id,
  text: { en: textEn, zh: textZh },
  startsAt: startsAt.toISOString(),
  endsAt: endsAt?.toISOString() ?? null,
  version,
})

const current = namedCache<AnnouncementView[]>({ name: 'announcements', ...catalogueRules })

/** What stands above every page now; kept until the next of them begins or ends, or one is changed. */
export async function readCurrentAnnouncements(): Promise<AnnouncementView[]> {
  const served = await current.read('current', async () => {
    const now = new Date()
    const rows = await catalogueDb.announcement.findMany({
      where: { OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
      orderBy: { startsAt: 'desc' },
      take: 100,
      select: announcementSelect,
    })
    const shown = rows.filter(({ startsAt }) => startsAt <= now).slice(0, MOST_SHOWN)
    const hours = rows.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt ?? now]).filter((hour) => hour > now)
    const value = shown.map(announcementView)
    const until = Math.min(Number.POSITIVE_INFINITY, ...hours.map((hour) => hour.getTime()))
    return { value, tags: [tags.house], bytes: sizeOf(value), until }
  })
  return served?.value ?? []
}

/**
 * Announcements of all times, newest first, in pages of 30.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, invalid_request for a cursor that is not ours
 */
export async function listAnnouncements(viewer: Viewer | null, cursor?: string): Promise<AnnouncementsPage> {
  requireRole(viewer, 'OPERATOR')
  const rows = await db.announcement.findMany({
    where: idAfter(cursor),
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: announcementSelect,
  })
  const page = rows.slice(0, PAGE)
  return {
    announcements: page.map(announcementView),
    nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  }
}
