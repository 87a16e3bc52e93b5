import type { PortraitsPage } from '@/lib/contracts/portraits'
import { db } from '@/server/platform/db'
import { portraitSelect, portraitView } from './portrait-view'

const pageSize = 24

/** A person's orders, newest first; `cursor` is the id of the last one seen (ids are UUIDv7: they sort by time). */
export async function listPortraits(personId: string, cursor?: string): Promise<PortraitsPage> {
  const rows = await db.portraitOrder.findMany({
    where: { personId, ...(cursor ? { id: { lt: cursor } } : {}) },
    orderBy: { id: 'desc' },
    take: pageSize + 1,
    select: portraitSelect,
  })
  const page = rows.slice(0, pageSize)
  return {
    portraits: page.map((row) => portraitView(row)),
    nextCursor: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  }
}
