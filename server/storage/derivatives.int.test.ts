import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { addPicture } from './add-picture'
import { describePicture } from './describe-picture'
import { encodeDerivative } from './ensure-derivative'
import { makeNextAvif } from './make-next-avif'
import { readPicture } from './read-picture'
import { likeness } from './testing/likeness'

const folder = 'collection/pictures'
const paintings = (await readdir(folder)).filter((name) => name.endsWith('.webp')).slice(0, 3)

it.each(paintings)(
  '%s is at most a fifth of the PNG and alike to the eye; AVIF is smaller than WebP at the same likeness',
  async (name) => {
    const original = await readFile(path.join(folder, name))
    const png = await sharp(original).resize({ width: 512 }).png().toBuffer()
    const [webp, avif] = await Promise.all(
      (['webp', 'avif'] as const).map(async (format) => {
        const bytes = await encodeDerivative(sharp(png), format, 512).toBuffer()
        return { share: bytes.length / png.length, likeness: await likeness(png, bytes) }
      }),
    )
    for (const made of [webp, avif]) {
      expect(made?.share).toBeLessThan(0.2)
      expect(made?.likeness).toBeGreaterThan(0.96)
    }
    expect((webp?.likeness ?? 0) - (avif?.likeness ?? 0)).toBeLessThan(0.01)
    expect(avif?.share).toBeLessThan(webp?.share ?? 0)
  },
)

async function hang(visibility: 'PUBLIC' | 'PRIVATE') {
  const { id: ownerId } = await makePerson('ARTIST')
  const background = { r: Math.random() * 255, g: 120, b: Math.random() * 255 }
  const bytes = await sharp({ create: { width: 700, height: 500, channels: 3, background } })
    .webp()
    .toBuffer()
  const facts = await describePicture(bytes)
  const picture = await db.$transaction((tx) => addPicture(tx, facts, bytes, ownerId))
  const words = { titleEn: 'a', titleZh: 'a', artistEn: 'a', artistZh: 'a', year: '', mediumEn: '', mediumZh: '' }
  await db.artwork.create({
    data: { kind: 'PAINTED', ownerId, pictureId: picture.id, visibility, widthCm: 60, heightCm: 50, ...words },
  })
  return picture
}

it('the WebP stands in for an AVIF that is not made yet, which is there when the sweeper has made it; private ones are not made', async () => {
  const [open, hidden] = [await hang('PUBLIC'), await hang('PRIVATE')]
  const asked = { id: open.id, variant: '512.avif' }
  expect(await readPicture(asked, null)).toMatchObject({ mimeType: 'image/webp', isForNow: true })
  let made = 0
  while (await makeNextAvif()) made += 1
  expect(made).toBe(5)
  const { body, mimeType, isForNow } = await readPicture(asked, null)
  expect([mimeType, isForNow]).toEqual(['image/avif', undefined])
  expect('bytes' in body && (await sharp(body.bytes).metadata())).toMatchObject({ format: 'heif', width: 512 })
  expect(await db.derivative.count({ where: { sourceSha256: hidden.fileSha256 } })).toBe(0)
})

it('one whose source is lost is left alone', async () => {
  const { fileSha256 } = await hang('PUBLIC')
  const { store } = await import('./store')
  const { fileKey } = await import('./picture-store')
  await store.remove(fileKey(fileSha256))
  expect(await makeNextAvif()).toBe(true)
  expect(await makeNextAvif()).toBe(false)
})
