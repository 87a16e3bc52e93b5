import { readFile } from 'node:fs/promises'
import { picturePath, readCollection } from '@/collection/read-collection'
import type { Collection, CollectionWork } from '@/collection/schema'
import { db } from '@/server/platform/db'
import { addPicture } from '@/server/storage/add-picture'
import { describePicture } from '@/server/storage/describe-picture'
import { type HungWork, hangExhibition } from './hang-exhibition'

async function addWork(work: CollectionWork, collection: Collection): Promise<HungWork> {
  const bytes = await readFile(picturePath(work.id))
  const facts = await describePicture(bytes)
  const { id } = await db.$transaction(async (tx) => {
    const picture = await addPicture(tx, facts, bytes, null)
    return tx.artwork.create({
      data: {
        kind: 'PAINTED',
        visibility: 'PUBLIC',
        pictureId: picture.id,
        styleId: work.master,
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
  })
  return { artworkId: id, widthCm: work.widthCm }
}

/** Hangs the opening collection where there is no exhibition yet; otherwise nothing is touched. True when it was hung. */
export async function addCollection(tell: (done: number, all: number) => void): Promise<boolean> {
  if ((await db.exhibition.count({ where: { kind: 'EXHIBITION' } })) > 0) return false
  const collection = await readCollection()
  let done = 0
  for (const [position, exhibition] of collection.exhibitions.entries()) {
    const works = collection.works
      .filter((work) => work.exhibition === exhibition.slug)
      .sort((a, b) => a.position - b.position)
    const hung: HungWork[] = []
    for (const work of works) {
      hung.push(await addWork(work, collection))
      tell(++done, collection.works.length)
    }
    await db.$transaction((tx) => hangExhibition(tx, exhibition, hung, position))
  }
  return true
}
