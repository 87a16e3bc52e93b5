import { db } from '@/server/platform/db'

export interface Model {
  name: string
  version: string
}

/** One version of one network, as text. */
export const modelLabel = ({ name, version }: Model): string => `${name} ${version}`

/** The network that the house paints with: that of its masters. Null where no painter has been here yet. */
export async function readHouseModel(): Promise<Model | null> {
  const master = await db.style.findFirst({
    where: { position: { not: null } },
    orderBy: { position: 'asc' },
    select: { modelName: true, modelVersion: true },
  })
  return master?.modelName && master.modelVersion ? { name: master.modelName, version: master.modelVersion } : null
}
