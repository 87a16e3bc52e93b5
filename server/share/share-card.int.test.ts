import sharp from 'sharp'
import { expect, test } from 'vitest'
import { makeArtwork } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { addPicture } from '@/server/storage/add-picture'
import { describePicture } from '@/server/storage/describe-picture'
import { readShareCard } from './read-share-card'

async function hungWork(width: number, height: number, background: string) {
  const bytes = await sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer()
  const facts = await describePicture(bytes)
  const picture = await db.$transaction((tx) => addPicture(tx, facts, bytes, null))
  return makeArtwork({ pictureId: picture.id, titleEn: 'A <pond> & "more"' })
}

test.each([
  [1600, 600],
  [500, 1500],
])('a work of %d x %d px is shown whole beside its label', async (width, height) => {
  const card = await readShareCard(await hungWork(width, height, '#c02030'), 'en')
  const { data, info } = await sharp(card ?? Buffer.alloc(0))
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([1200, 630])
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)]
  const isRed = ([red = 0, green = 0]: number[]) => red > 150 && green < 80
  const columns = Array.from({ length: 1200 }, (_, x) => x).filter((x) => isRed(at(x, 315)))
  const rows = Array.from({ length: 630 }, (_, y) => y).filter((y) => isRed(at(56 + 330, y)))
  expect(columns.length / rows.length).toBeCloseTo(width / height, 1)
  expect(isRed(at(10, 10))).toBe(false)
  const label = Array.from({ length: 380 * 630 }, (_, index) => at(780 + (index % 380), Math.floor(index / 380)))
  expect(label.some(([red = 255]) => red < 80)).toBe(true)
})

test('there is no card of what not everybody may see', async () => {
  expect(await readShareCard(await makeArtwork({ visibility: 'PRIVATE' }), 'en')).toBeNull()
  expect(await readShareCard('019a0000-0000-7000-8000-000000000001', 'zh')).toBeNull()
})
