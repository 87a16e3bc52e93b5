import { readFile } from 'node:fs/promises'
import { picturePath, readCollection } from '@/collection/read-collection'
import type { Collection, CollectionWork } from '@/collection/schema'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { db, type Transaction } from '@/server/platform/db'
import { addPicture } from '@/server/storage/add-picture'
import { describePicture } from '@/server/storage/describe-picture'
import { type HungWork, hangExhibition } from './hang-exhibition'

async function addWork(tx: Transaction, work: CollectionWork, collection: Collection): Promise<HungWork> {
  // The collection may be older than the painter's present masters.
  const master = await tx.style.findUnique({ where: { id: work.master }, select: { id: true } })
  const bytes = await readFile(picturePath(work.id))
  const picture = await addPicture(tx, await describePicture(bytes), bytes, null)
  const { id } = await tx.artwork.create({
    data: {
      kind: 'PAINTED',
      visibility: 'PUBLIC',
      depotAt: new Date(),
      pictureId: picture.id,
      styleId: master?.id,
      titleEn: work.title.en,
      titleZh: work.title.zh,
      artistEn: `${collection.artist.en}, ${work.after.en}`,
      artistZh: `${collection.artist.zh}，${work.after.zh}`,
      year: String(collection.year),
      mediumEn: collection.medium.en,
      mediumZh: collection.medium.zh,
      descriptionEn: work.description.en,
      descriptionZh: work.description.zh,
      widthCm: work.widthCm,
      heightCm: work.heightCm,
    },
    select: { id: true },
  })
  return { artworkId: id, widthCm: work.widthCm }
}

/**
 * Hangs the opening collection where there is no exhibition yet, all of it or nothing; otherwise nothing is touched.
 * `tell` hears how far it is.
 */
export async function addCollection(tell: (done: number, all: number) => void): Promise<void> {
  if ((await db.exhibition.count({ where: { kind: 'EXHIBITION' } })) > 0) return
  const collection = await readCollection()
  let done = 0
  await db.$transaction(
    async (tx) => {
      for (const [position, exhibition] of collection.exhibitions.entries()) {
        const works = collection.works.filter((work) => work.exhibition === exhibition.slug)
        const hung: HungWork[] = []
        for (const work of works.sort((a, b) => a.position - b.position)) {
          hung.push(await addWork(tx, work, collection))
          tell(++done, collection.works.length)
        }
        await hangExhibition(tx, exhibition, hung, position)
      }
      await announceChange(tx, [tags.exhibitions])
    },
    { timeout: 180_000, maxWait: 20_000 },
  )
}
