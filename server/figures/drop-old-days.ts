import { db } from '@/server/platform/db'

/** Forgets figures of days that are older than `months`. @returns rows that went */
export async function dropOldDays(months: number, now = new Date()): Promise<number> {
  const before = { day: { lt: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)) } }
  const [works, exhibitions] = await Promise.all([
    db.workDay.deleteMany({ where: before }),
    db.exhibitionDay.deleteMany({ where: before }),
  ])
  return works.count + exhibitions.count
}
