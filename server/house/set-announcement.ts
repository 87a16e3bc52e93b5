import type { AddAnnouncementBody, AnnouncementView, ChangeAnnouncementBody } from '@/lib/contracts/house'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { db, type Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { announcementSelect, announcementView } from './announcements'

const columnsOf = ({ text, startsAt, endsAt }: AddAnnouncementBody) => ({
  textEn: text.en,
  textZh: text.zh,
  startsAt: new Date(startsAt),
  endsAt: endsAt === null ? null : new Date(endsAt),
})

async function note(tx: Transaction, actorId: string, what: 'made' | 'changed' | 'deleted', subjectId: string) {
  await recordAudit(tx, { actorId, action: `announcement.${what}`, subjectType: 'announcement', subjectId })
  await announceChange(tx, [tags.house])
}

/** Says something above every page for a time. Throws not_signed_in, account_needed, forbidden. */
export async function addAnnouncement(body: AddAnnouncementBody, viewer: Viewer | null): Promise<AnnouncementView> {
  const operator = requireRole(viewer, 'OPERATOR')
  return db.$transaction(async (tx) => {
    const row = await tx.announcement.create({ data: columnsOf(body), select: announcementSelect })
    await note(tx, operator.id, 'made', row.id)
    return announcementView(row)
  })
}

/** Throws not_signed_in, account_needed, forbidden, not_found, conflict when somebody changed it meanwhile. */
export async function changeAnnouncement(
  id: string,
  { version, ...body }: ChangeAnnouncementBody,
  viewer: Viewer | null,
): Promise<AnnouncementView> {
  const operator = requireRole(viewer, 'OPERATOR')
  return db.$transaction(async (tx) => {
    const data = { ...columnsOf(body), version: { increment: 1 } }
    const [row] = await tx.announcement.updateManyAndReturn({
      where: { id, version },
      data,
      select: announcementSelect,
    })
    if (!row) return fail((await tx.announcement.count({ where: { id } })) > 0 ? 'conflict' : 'not_found')
    await note(tx, operator.id, 'changed', id)
    return announcementView(row)
  })
}

/** Takes it down for good; safe to repeat. Throws not_signed_in, account_needed, forbidden. */
export async function deleteAnnouncement(id: string, viewer: Viewer | null): Promise<void> {
  const operator = requireRole(viewer, 'OPERATOR')
  await db.$transaction(async (tx) => {
    const { count } = await tx.announcement.deleteMany({ where: { id } })
    if (count > 0) await note(tx, operator.id, 'deleted', id)
  })
}
