import sharp from 'sharp'
import { describe, expect, it, vi } from 'vitest'
import { HouseError } from '@/server/platform/errors'
import { photoDecoder } from './decoding/photo-decoder'
import { normalisePhoto } from './normalise-photo'
import { honestJpeg, lyingJpeg, lyingPng, movingGif, movingWebp } from './testing/hostile-photos'

const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#4477aa' } })

const refusal = async (bytes: Uint8Array) => {
  const answer = await normalisePhoto(bytes).catch((error: unknown) => error)
  if (!(answer instanceof HouseError)) throw new Error('it should have been refused')
  return answer.code
}

describe('what is refused, and why', () => {
  it('nothing at all', async () => expect(await refusal(new Uint8Array())).toBe('photo_empty'))
  it('too many bytes', async () => expect(await refusal(new Uint8Array(15 * 1024 * 1024 + 1))).toBe('photo_too_large'))
  it('too many pixels, by the header alone', async () =>
    expect(await refusal(lyingPng(30_000, 30_000))).toBe('photo_too_many_pixels'))
  it('a header that lies', async () => expect(await refusal(lyingPng(400, 300))).toBe('photo_damaged'))
  it('tiny pictures', async () => expect(await refusal(await canvas(8, 8).png().toBuffer())).toBe('photo_too_small'))
  it('ribbons', async () => expect(await refusal(await canvas(2000, 20).png().toBuffer())).toBe('photo_too_narrow'))

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><script>alert(1)</script></svg>'],
    ['HTML that calls itself a picture', '<!doctype html><title>cat.png</title>'],
    ['a ZIP archive', 'PK\x03\x04 and so on and so forth'],
    ['a still GIF', 'GIF89a and so on and so forth'],
  ])('%s', async (_name, text) => expect(await refusal(Buffer.from(text, 'latin1'))).toBe('photo_unsupported'))

  it('a JPEG that stops half-way, or never has all its rows', async () => {
    const whole = await honestJpeg()
    expect(await refusal(whole.subarray(0, whole.length / 2))).toBe('photo_damaged')
    expect(await refusal(await lyingJpeg(3))).toBe('photo_damaged')
  })

  it('a JPEG whose insides are garbage', async () => {
    expect(await refusal(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500, 7)]))).toBe(
      'photo_damaged',
    )
  })

  it('moving pictures', async () => {
    for (const moving of [await movingWebp(2), await movingGif(2)]) expect(await refusal(moving)).toBe('photo_animated')
  })
})

describe('what is nobody’s fault may be tried again', () => {
  it('more photos at once than are decoded and may wait: two and thirty-two', async () => {
    const small = await canvas(20, 20).png().toBuffer()
    const answers = await Promise.allSettled(Array.from({ length: 37 }, () => normalisePhoto(small)))
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []))
    expect(refused).toHaveLength(3)
    for (const each of refused)
      expect(each).toMatchObject({ code: 'photos_waiting', status: 503, retryAfterSeconds: 2 })
    expect(await normalisePhoto(small)).toBeInstanceOf(Buffer)
  })

  it('a process that was lost is another matter, and no refusal of load', async () => {
    const small = await canvas(20, 20).png().toBuffer()
    vi.spyOn(photoDecoder, 'decode').mockResolvedValueOnce({ ended: 'lost' })
    expect(await refusal(small)).toBe('unavailable')
  })
})

describe('what is kept', () => {
  it('carries no place, no camera, no colour profile and no tail', async () => {
    const withGps = await canvas(300, 200)
      .withExif({ IFD0: { Make: 'SecretCamera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
      .jpeg()
      .toBuffer()
    expect((await sharp(withGps).metadata()).exif).toBeDefined()
    const kept = await normalisePhoto(Buffer.concat([withGps, Buffer.from('<?php evil(); ?>')]))
    const { exif, xmp, iptc, icc } = await sharp(kept).metadata()
    expect({ exif, xmp, iptc, icc }).toEqual({})
    expect(kept.includes('SecretCamera')).toBe(false)
    expect(kept.includes('evil')).toBe(false)
  })

  it('forgives what cameras do wrong', async () => {
    const whole = await honestJpeg()
    const scan = whole.indexOf(Buffer.from([0xff, 0xda]))
    const padded = Buffer.concat([whole.subarray(0, scan), Buffer.alloc(4), whole.subarray(scan)])
    expect((await sharp(await normalisePhoto(padded)).metadata()).height).toBe(300)
  })

  it('stands upright', async () => {
    const lying = await canvas(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { width, height } = await sharp(await normalisePhoto(lying)).metadata()
    expect([width, height]).toEqual([200, 300])
  })

  it('is opaque sRGB of at most 2048 px, whatever came: alpha, 16 bit, gray, CMYK', async () => {
    const inputs = [
      await sharp({ create: { width: 3000, height: 90 * 30, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
        .png()
        .toBuffer(),
      await canvas(100, 80).toColourspace('rgb16').png().toBuffer(),
      await canvas(100, 80).grayscale().png().toBuffer(),
      await canvas(100, 80).toColourspace('cmyk').jpeg().toBuffer(),
    ]
    for (const input of inputs) {
      const { format, space, channels, depth, width } = await sharp(await normalisePhoto(input)).metadata()
      expect({ format, space, channels, depth }).toEqual({ format: 'jpeg', space: 'srgb', channels: 3, depth: 'uchar' })
      expect(width).toBeLessThanOrEqual(2048)
    }
  })

  it('is the same every time', async () => {
    const photo = await canvas(123, 77).png().toBuffer()
    expect((await normalisePhoto(photo)).equals(await normalisePhoto(photo))).toBe(true)
  })
})
