/** `node --import tsx e2e/support/hang/into-house.ts < exhibition.json`: hangs an exhibition, as the seed does, and says the ids of its works. */
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { type HungWork, hangExhibition } from '@/prisma/seed/hang-exhibition'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { db, type Transaction } from '@/server/platform/db'
import { addPicture } from '@/server/storage/add-picture'
import { describePicture } from '@/server/storage/describe-picture'
import { testExhibitionSchema } from './exhibition'

type Work = ReturnType<typeof testExhibitionSchema.parse>['rooms'][number]['works'][number]

async function addWork(tx: Transaction, { file, title, widthCm, heightCm }: Work): Promise<HungWork> {
  const bytes = await readFile(file)
  const picture = await addPicture(tx, await describePicture(bytes), bytes, null)
  const words = { year: '2026', mediumEn: 'Test picture', mediumZh: '测试图片' }
  const names = { ...words, titleEn: title, titleZh: title, artistEn: 'Test bench', artistZh: '测试台' }
  const { id } = await tx.artwork.create({
    data: { kind: 'IMPORTED', visibility: 'PUBLIC', pictureId: picture.id, widthCm, heightCm, ...names },
    select: { id: true },
  })
  return { artworkId: id, widthCm }
}

const { slug, title, text: said = title, rooms } = testExhibitionSchema.parse(JSON.parse(await text(process.stdin)))
const words = { en: title, zh: title }
const hung: HungWork[] = []
await db.$transaction(
  async (tx) => {
    for (const work of rooms.flatMap((room) => room.works)) hung.push(await addWork(tx, work))
    let from = 1
    const described = rooms.map(({ architecture, works }, index) => {
      const name = { en: `Room ${index + 1}`, zh: `第 ${index + 1} 室` }
      const room = { from, name, architecture, character: words }
      from += works.length
      return room
    })
    await hangExhibition(tx, { slug, title: words, text: { en: said, zh: said }, rooms: described }, hung, 90)
    await announceChange(tx, [tags.exhibitions])
  },
  { timeout: 120_000 },
)
console.log(JSON.stringify(hung.map((work) => work.artworkId)))
await db.$disconnect()
