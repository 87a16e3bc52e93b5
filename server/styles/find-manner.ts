import { idSchema } from '@/lib/contracts/common'
import type { Viewer } from '@/server/accounts/viewer'
import { isVisibleTo } from '@/server/artworks/is-visible-to'
import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { type MannerMark, markOfNumbers, markOfPicture } from './manner-mark'
import type { Model } from './model'
import { readHouseModel } from './read-house-model'

/** A manner that somebody may be painted in. */
export interface Manner {
  /** Of its style; a work's style has the id of the work. */
  id: string
  mark: MannerMark
  isOfWork: boolean
  /** The network that paints it. */
  model: Model
}

/** Every order asks for one, and they change only with a model; each is a few hundred bytes. */
const masters = namedCache<Manner>({
  name: 'masters',
  mostBytes: 1024 * 1024,
  freshMs: 60_000,
  limitMs: 4_000,
  lastGoodMs: 600_000,
})

async function findMaster(id: string): Promise<Manner | null> {
  const kept = await masters.read(id, async () => {
    const value = await readMaster(id)
    return value && { value, tags: [tags.styles], bytes: 1_024 }
  })
  return kept?.value ?? null
}

async function readMaster(id: string): Promise<Manner | null> {
  const select = { code: true, broadCode: true, target: true, modelName: true, modelVersion: true } as const
  // One without a place on the sheet was taken down: nobody paints with its network any more.
  const row = await db.style.findFirst({ where: { id, position: { not: null } }, select })
  if (!row?.code || !row.modelName || !row.modelVersion) return null
  const model = { name: row.modelName, version: row.modelVersion }
  return { id, mark: markOfNumbers({ ...row, code: row.code }, model), isOfWork: false, model }
}

async function findWork(id: string, viewer: Viewer | null): Promise<Manner | null> {
  const [work, model] = await Promise.all([
    db.artwork.findFirst({
      where: { AND: [{ id }, isVisibleTo(viewer)] },
      select: { picture: { select: { fileSha256: true } } },
    }),
    readHouseModel(),
  ])
  return work && model && { id, mark: markOfPicture(work.picture.fileSha256, model), isOfWork: true, model }
}

/**
 * A master by its slug, or any work that this person may see, by its id: what hangs out of their sight is not there.
 * @param field of the order's form that named it
 * @throws {HouseError} style_unknown
 */
export async function findManner(id: string, viewer: Viewer | null, field: 'style' | 'blend'): Promise<Manner> {
  const isWorkId = idSchema.safeParse(id).success
  const manner = isWorkId ? await findWork(id, viewer) : await findMaster(id)
  return manner ?? fail('style_unknown', { fields: { [field]: 'unknown' } })
}
