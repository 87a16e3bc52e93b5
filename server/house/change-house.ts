import type { ChangeHouseBody, HouseChanges, HouseView } from '@/lib/contracts/house'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { houseSelect, houseView } from './house-view'
import { lockHouse } from './lock-house'

function columnsOf({ name, features = {}, quotaMiB }: HouseChanges) {
  return {
    nameEn: name?.en,
    nameZh: name?.zh,
    isSignUpOpen: features.signUp,
    areCommentsOpen: features.comments,
    areSubmissionsOpen: features.submissions,
    isHdOpen: features.hd,
    quotaMiB,
  }
}

/**
 * Sets what holds for the whole house, in every process from the commit on.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, conflict when somebody changed it meanwhile
 */
export async function changeHouse({ version, changes }: ChangeHouseBody, viewer: Viewer | null): Promise<HouseView> {
  const operator = requireRole(viewer, 'OPERATOR')
  return db.$transaction(async (tx) => {
    await lockHouse(tx)
    const before = await tx.house.findUniqueOrThrow({ where: { id: 1 }, select: { version: true } })
    if (before.version !== version) fail('conflict')
    const data = { ...columnsOf(changes), version: { increment: 1 }, changedAt: new Date() }
    const row = await tx.house.update({ where: { id: 1 }, data, select: houseSelect })
    const { name, ...choices } = changes
    const detail = { ...choices, ...(name && { name: true }) }
    const subject = { subjectType: 'house' as const, subjectId: '1' }
    await recordAudit(tx, { actorId: operator.id, action: 'house.changed', ...subject, detail })
    await announceChange(tx, [tags.house])
    return houseView(row)
  })
}
