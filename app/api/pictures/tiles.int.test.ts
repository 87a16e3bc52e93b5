import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { finestLevel } from '@/lib/contracts/pictures'
import { makeArtwork } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { addPicture } from '@/server/storage/add-picture'
import { describePicture } from '@/server/storage/describe-picture'
import { GET as readTile } from './[id]/tiles/[tile]/route'

const [width, height] = [1100, 700]
const finest = finestLevel(width, height)

/** Red grows to the right and green downwards, so that a tile says where it was cut. */
async function drawSlopes(): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3
      pixels[at] = Math.round((x / width) * 255)
      pixels[at + 1] = Math.round((y / height) * 255)
      pixels[at + 2] = 90
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
}

/** As a stranger's browser asks for it. */
const tile = (id: string, name: string) =>
  readTile(new Request(`http://gallery.test/api/pictures/${id}/tiles/${name}`, { headers: { host: 'gallery.test' } }), {
    params: Promise.resolve({ id, tile: name }),
  })
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

describe('tiles of a picture', () => {
  let [shown, hidden] = ['', '']

  beforeAll(async () => {
    const bytes = await drawSlopes()
    const hang = async (visibility: 'PUBLIC' | 'PRIVATE') => {
      const facts = await describePicture(bytes)
      const { id } = await db.$transaction((tx) => addPicture(tx, facts, bytes, null))
      await makeArtwork({ pictureId: id, visibility })
      return id
    }
    shown = await hang('PUBLIC')
    hidden = await hang('PRIVATE')
  })

  it('show their part of it, for everybody’s cache and for ever', async () => {
    const response = await tile(shown, `${finest}-1-0.webp`)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('content-type')).toBe('image/webp')
    const { data, info } = await sharp(await bytesOf(response))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([514, 513])
    // 511 is its first column.
    const [r = 0, g = 0] = data.subarray((256 * info.width + 100) * 3)
    expect(Math.abs(r - (611 / width) * 255)).toBeLessThan(4)
    expect(Math.abs(g - (256 / height) * 255)).toBeLessThan(4)
  })

  it('are the whole picture, small, at a coarse level', async () => {
    const response = await tile(shown, `${finest - 3}-0-0.webp`)
    const { width: wide, height: high } = await sharp(await bytesOf(response)).metadata()
    expect([wide, high]).toEqual([Math.ceil(width / 8), Math.ceil(height / 8)])
  })

  it('are there for nobody who may not see the picture, outside it, or under names that are none', async () => {
    expect((await tile(hidden, `${finest}-0-0.webp`)).status).toBe(404)
    expect((await tile(shown, `${finest}-3-0.webp`)).status).toBe(404)
    expect((await tile(randomUUID(), `${finest}-0-0.webp`)).status).toBe(404)
    expect((await tile(shown, '..%2F0-0-0.webp')).status).toBe(404)
  })
})
