import { readdir } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { db } from '@/server/platform/db'
import { env } from '@/server/platform/env'
import { makeMaster } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import * as made from '@/server/storage/testing/hostile-photos'
import { type ApiServer, openApi } from './testing/api-server'
import { Browser } from './testing/browser'

vi.hoisted(() => {
  // Every browser of these tests comes from an address of its own.
  process.env.TRUSTED_PROXIES = '1'
})

let house: ApiServer
beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
  house = await openApi()
})
afterAll(() => house.close())

const traces = async () => [await db.portraitOrder.count(), await db.picture.count(), await db.person.count()]

describe('a file that is no still photo is refused, and nothing of it is kept', () => {
  const table: [what: string, file: () => Promise<Uint8Array> | Uint8Array, status: number, code: string][] = [
    ['30,000 x 30,000 px in a PNG of 0.1 MB', made.bombPng, 413, 'photo_too_many_pixels'],
    ['a GIF of 5,000 frames', () => made.movingGif(5_000), 422, 'photo_animated'],
    ['a WebP of 5,000 frames', () => made.movingWebp(5_000), 422, 'photo_animated'],
    ['a PNG that is not as large as its header says', () => made.lyingPng(400, 300), 422, 'photo_damaged'],
    ['a PNG whose header says 30,000 x 30,000', () => made.lyingPng(30_000, 30_000), 413, 'photo_too_many_pixels'],
    ['a JPEG that is not as high as its header says', () => made.lyingJpeg(3), 422, 'photo_damaged'],
    ['half a JPEG', async () => (await made.honestJpeg()).subarray(0, 9_000), 422, 'photo_damaged'],
    ['a JPEG of garbage', () => Buffer.from(`\xff\xd8\xff\xe0${'x'.repeat(500)}`, 'latin1'), 422, 'photo_damaged'],
    ['nothing', () => new Uint8Array(), 422, 'photo_empty'],
    ['an SVG with a script', () => made.svg, 415, 'photo_unsupported'],
    ['HTML', () => made.html, 415, 'photo_unsupported'],
    ['PHP', () => Buffer.from(made.php), 415, 'photo_unsupported'],
    ['a ZIP archive', () => made.zip, 415, 'photo_unsupported'],
    ['a still GIF', () => made.movingGif(1), 415, 'photo_unsupported'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n%\xe2\xe3'), 415, 'photo_unsupported'],
    [
      'a TIFF',
      async () =>
        sharp(await made.honestJpeg())
          .tiff()
          .toBuffer(),
      415,
      'photo_unsupported',
    ],
  ]
  test.each(table)('%s', async (_what, file, status, code) => {
    const before = await traces()
    const answer = await new Browser(house.address).order(await file(), { name: 'cat.png' })
    expect([answer.status, answer.code]).toEqual([status, code])
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await traces()).toEqual(before)
  })
})

/** The photo as the house gives it out, at every address that it has. */
async function everyVariant(browser: Browser, photo: { id: string; access: string }) {
  const variants = [256, 512, 1024, 2048].flatMap((width) => [`${width}.webp`, `${width}.jpg`])
  return Promise.all(
    ['original', ...variants].map(async (variant) => {
      const answer = await browser.ask('GET', `/api/pictures/${photo.id}/${variant}?access=${photo.access}`)
      expect([variant, answer.status]).toEqual([variant, 200])
      return { variant, ...answer }
    }),
  )
}

describe('a photo that carries more than a photo is painted, and the rest is gone from every variant', () => {
  const table: [what: string, file: () => Promise<Buffer>, secrets: string[]][] = [
    ['PHP in a comment and behind the end of a JPEG', made.phpInJpeg, [made.php]],
    ['a ZIP archive behind the end of a PNG', made.zipInPng, [made.zip.toString('latin1')]],
    [
      'camera, place, author, thumbnail, profile',
      made.tellingJpeg,
      [made.camera, made.author, made.place, 'Photoshop'],
    ],
  ]
  test.each(table)('%s', async (_what, file, secrets) => {
    const browser = new Browser(house.address)
    const sent = await file()
    for (const secret of secrets) expect(sent.includes(Buffer.from(secret, 'latin1'))).toBe(true)
    const { status, json } = await browser.order(sent)
    expect(status).toBe(202)
    for (const { variant, bytes, headers } of await everyVariant(browser, json.photo)) {
      for (const secret of secrets) expect(bytes.includes(Buffer.from(secret, 'latin1')), variant).toBe(false)
      const { exif, xmp, iptc, icc, tifftagPhotoshop, format } = await sharp(bytes).metadata()
      expect({ exif, xmp, iptc, icc, tifftagPhotoshop }).toEqual({})
      expect(headers.get('content-type')).toBe(`image/${format}`)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      const kind = variant === 'original' ? 'attachment' : 'inline'
      expect(headers.get('content-disposition')).toMatch(
        new RegExp(`^${kind}; filename="vernissage-[0-9a-f-]{36}\\.(jpg|webp)"$`),
      )
    }
  })
})

test.each([
  ['a path', '../../x'],
  ['a path of another system', '..\\..\\x'],
  ['NUL', 'a\0b.jpg'],
  ['4 kB', `${'x'.repeat(4_096)}.jpg`],
  ['right to left', '\u202egpj.exe'],
  ['a header', 'a%0d%0aX-Evil: 1.jpg'],
])('the name of a file is never used: %s', async (_what, name) => {
  const browser = new Browser(house.address)
  const { status, json, bytes } = await browser.order(await made.honestJpeg(), { name })
  expect(status).toBe(202)
  expect(bytes.includes(Buffer.from(name))).toBe(false)
  for (const { headers } of await everyVariant(browser, json.photo)) {
    expect(headers.get('content-disposition')).toMatch(/filename="vernissage-[0-9a-f-]{36}\.(jpg|webp)"$/)
    expect(headers.get('x-evil')).toBeNull()
  }
  const kept = await readdir(path.join(env.VERNISSAGE_DATA, 'pictures'), { recursive: true })
  const isOurs = /^(files|previews|checks)(\/[0-9a-f]{2}(\/[0-9a-f]{64})?)?$/
  expect(kept.filter((entry) => !isOurs.test(entry))).toEqual([])
})
