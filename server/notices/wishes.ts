import type { NoticeWishes } from '@/lib/contracts/notices'
import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { env } from '@/server/platform/env'

const select = { wantsMail: true, wantsOpenings: true } as const

/** Throws not_signed_in, account_needed. */
export async function readNoticeWishes(viewer: Viewer | null): Promise<NoticeWishes> {
  const { id } = requireAccount(viewer)
  return db.person.findUniqueOrThrow({ where: { id }, select })
}

/** Throws not_signed_in, account_needed. */
export async function setNoticeWishes(wishes: NoticeWishes, viewer: Viewer | null): Promise<NoticeWishes> {
  const { id } = requireAccount(viewer)
  return db.person.update({ where: { id }, data: wishes, select })
}

export const hasMailServer = () => env.SMTP_URL !== undefined
