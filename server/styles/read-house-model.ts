import { db } from '@/server/platform/db'
import type { Model } from './model'

/** The network that the house paints with: that of its masters. Null where no painter has been here yet. */
export async function readHouseModel(): Promise<Model | null> {
  const master = await db.style.findFirst({
    where: { position: { not: null } },
    orderBy: { position: 'asc' },
    select: { modelName: true, modelVersion: true },
  })
  return master?.modelName && master.modelVersion ? { name: master.modelName, version: master.modelVersion } : null
}
