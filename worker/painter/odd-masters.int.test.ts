import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPainter, type Painter } from './painter'
import { drawTestPhoto } from './testing/draw-test-photo'
import { difference, orderOf } from './testing/orders'

const [WIDTH, HEIGHT] = [96, 64]
const pixels = drawTestPhoto(WIDTH, HEIGHT)
const rgb = () => sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })

let painter: Painter

const paint = (photo: Uint8Array, longSide = WIDTH) =>
  painter.paint(orderOf(painter, photo, { quality: 'MASTER', longSide, steps: 6 }))

beforeAll(async () => {
  painter = await createPainter({ budgetMs: 600_000 })
})

afterAll(() => painter.close())

/** Sixteen bits that say what the eight say. */
const deepPhoto = () => {
  const deep = Uint16Array.from(pixels, (value) => value * 257)
  return sharp(deep, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .toColourspace('rgb16')
    .png()
    .toBuffer()
}

describe('a master painting of an odd photo', () => {
  it('of 16 bit is that of its twin of 8 bit', async () => {
    const deep = await deepPhoto()
    expect((await sharp(deep).metadata()).depth).toBe('ushort')
    const [sixteen, eight] = [await paint(deep), await paint(await rgb().png().toBuffer())]
    expect(eight).toMatchObject({ quality: 'MASTER', width: WIDTH, height: HEIGHT, loss: expect.any(Number) })
    expect(await difference(sixteen.picture, eight.picture)).toBe(0)
  })

  it.each([
    ['grey', () => rgb().toColourspace('b-w').png().toBuffer(), { channels: 1 }],
    ['CMYK', () => rgb().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer(), { space: 'cmyk' }],
  ])('that is %s has the manner of any other', async (_, encode, kind) => {
    const photo = await encode()
    expect(await sharp(photo).metadata()).toMatchObject(kind)
    const result = await paint(photo)
    expect(result).toMatchObject({ quality: 'MASTER', width: WIDTH, height: HEIGHT, loss: expect.any(Number) })
    expect(await sharp(result.picture).metadata()).toMatchObject({ channels: 3, space: 'srgb' })
    // Painted, and not given back.
    expect(await difference(result.picture, await sharp(photo).toColourspace('srgb').png().toBuffer())).toBeGreaterThan(
      5,
    )
  })

  it('with nothing on it is that of a white one', async () => {
    const clear = { width: 64, height: 64, channels: 4, background: { r: 90, g: 0, b: 0, alpha: 0 } } as const
    const white = { width: 64, height: 64, channels: 3, background: '#fff' } as const
    const [nothing, paper] = [
      await paint(await sharp({ create: clear }).png().toBuffer(), 64),
      await paint(await sharp({ create: white }).png().toBuffer(), 64),
    ]
    expect(nothing).toMatchObject({ quality: 'MASTER', width: 64, height: 64 })
    expect(await difference(nothing.picture, paper.picture)).toBe(0)
    // Strokes, where there was nothing.
    expect((await sharp(nothing.picture).stats()).channels.some(({ stdev }) => stdev > 1)).toBe(true)
  })

  it('of one pixel is a picture', async () => {
    const pixel = { width: 1, height: 1, channels: 3, background: '#3060a0' } as const
    const result = await paint(await sharp({ create: pixel }).png().toBuffer(), 64)
    expect(result).toMatchObject({ quality: 'MASTER', width: 64, height: 64, steps: 6, loss: expect.any(Number) })
  })
})
