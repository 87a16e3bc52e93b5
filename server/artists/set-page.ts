import type { PageSettings, SetPageBody } from '@/lib/contracts/artists'
import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'

const select = { id: true, pageOpenedAt: true, statementEn: true, statementZh: true, hiddenAt: true } as const

/** One's own page as one may change it. Throws not_signed_in, account_needed. */
export async function readPageSettings(viewer: Viewer | null): Promise<PageSettings> {
  const { id } = requireAccount(viewer)
  return settings(await db.person.findUniqueOrThrow({ where: { id }, select }))
}

/** Opens or closes one's own page and says what stands on it. Throws not_signed_in, account_needed. */
export async function setPage({ isOpen, statement }: SetPageBody, viewer: Viewer | null): Promise<PageSettings> {
  const { id } = requireAccount(viewer)
  return db.$transaction(async (tx) => {
    const before = await tx.person.findUniqueOrThrow({ where: { id }, select })
    const row = await tx.person.update({
      where: { id },
      data: {
        pageOpenedAt: isOpen ? (before.pageOpenedAt ?? new Date()) : null,
        statementEn: statement.en,
        statementZh: statement.zh,
      },
      select,
    })
    const action = isOpen ? 'person.page-opened' : 'person.page-closed'
    if (isOpen !== (before.pageOpenedAt !== null)) {
      await recordAudit(tx, { actorId: id, action, subjectType: 'person', subjectId: id })
    }
    await announceChange(tx, [tags.person(id)], { isGone: !isOpen })
    return settings(row)
  })
}

interface Row {
  id: string
  pageOpenedAt: Date | null
  statementEn: string
  statementZh: string
  hiddenAt: Date | null
}

function settings({ id, pageOpenedAt, statementEn, statementZh, hiddenAt }: Row): PageSettings {
  return {
    id,
    isOpen: pageOpenedAt !== null,
    statement: { en: statementEn, zh: statementZh },
    isHidden: hiddenAt !== null,
  }
}
