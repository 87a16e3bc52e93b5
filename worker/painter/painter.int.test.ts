import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPainter, type Painter } from './painter'
import type { MasterStyle } from './read-styles'
import { drawTestPhoto } from './testing/draw-test-photo'
import { difference, encodeTestPhoto, orderOf, stylesOf } from './testing/orders'
import type { PaintRequest, Preview } from './thread-messages'

let painter: Painter
let styles: MasterStyle[]
let photo: Uint8Array

const order = (changes: Partial<PaintRequest> = {}): PaintRequest => orderOf(painter, photo, changes)

beforeAll(async () => {
  painter = await createPainter()
  styles = stylesOf(painter)
  photo = await encodeTestPhoto(320, 240)
})

afterAll(() => painter.close())

describe('a painting', () => {
  it('is a JPEG of the size that was ordered, without metadata', async () => {
    const result = await painter.paint(order())
    expect(result).toMatchObject({ width: 256, height: 192, quality: 'PAINTING', provider: 'cpu' })
    expect(result).toMatchObject({ modelName: painter.model.name, modelVersion: painter.model.version })
    const found = await sharp(result.picture).metadata()
    expect(found).toMatchObject({ format: 'jpeg', chromaSubsampling: '4:4:4', width: 256, height: 192 })
    expect([found.exif, found.icc, found.xmp]).toEqual([undefined, undefined, undefined])
  })

  it('is the same every time', async () => {
    const [a, b] = [await painter.paint(order()), await painter.paint(order())]
    expect(Buffer.from(a.picture).equals(b.picture)).toBe(true)
    const other = await painter.paint(order({ seed: 1 }))
    expect(Buffer.from(a.picture).equals(other.picture)).toBe(false)
  })

  it('differs from the photo and from style to style', async () => {
    const paintings = []
    for (const style of styles) paintings.push((await painter.paint(order({ style, longSide: 128 }))).picture)
    const small = await sharp(photo).resize(128, 96).png().toBuffer()
    for (const [i, a] of paintings.entries()) {
      expect(await difference(a, small)).toBeGreaterThan(8)
      for (const b of paintings.slice(i + 1)) expect(await difference(a, b)).toBeGreaterThan(3)
    }
  })

  it('of strength 0 is the photo, and strength moves it steadily away', async () => {
    const same = await sharp(photo).resize(256, 192).png().toBuffer()
    const far: number[] = []
    for (const strength of [0, 0.1, 0.25, 0.5, 1]) {
      far.push(await difference((await painter.paint(order({ strength }))).picture, same))
    }
    expect(far[0]).toBeLessThan(3)
    expect(far).toEqual([...far].sort((a, b) => a - b))
  })

  it('keeps the colours of the photo where that is asked', async () => {
    const blue = order({ style: styles[2] as MasterStyle })
    const mean = async (bytes: Uint8Array) => (await sharp(bytes).stats()).channels.slice(0, 3).map((c) => c.mean)
    const of = await mean(photo)
    const away = (found: number[]) => found.reduce((sum, value, i) => sum + Math.abs(value - (of[i] as number)), 0)
    const kept = await painter.paint({ ...blue, keepColours: true })
    const free = await painter.paint(blue)
    expect(away(await mean(kept.picture))).toBeLessThan(away(await mean(free.picture)) / 2)
  })

  it('of a sketch is painted at half the size and enlarged', async () => {
    expect(await painter.paint(order({ quality: 'SKETCH', longSide: 512 }))).toMatchObject({
      quality: 'SKETCH',
      width: 512,
      height: 384,
      steps: 0,
      loss: null,
      end: null,
    })
  })

  it('has finer or broader strokes, and everything between them', async () => {
    const paint = async (strokes: number) => (await painter.paint(order({ strokes }))).picture
    const [fine, middle, broad] = [await paint(0), await paint(0.5), await paint(1)]
    const apart = await difference(fine, broad)
    expect(apart).toBeGreaterThan(0)
    expect(await difference(fine, middle)).toBeLessThan(apart)
  })

  it('blends two manners: all of the first, all of the second, and between', async () => {
    const [one, two] = styles as [MasterStyle, MasterStyle]
    const paint = async (changes: Partial<PaintRequest>) => (await painter.paint(order(changes))).picture
    const [first, second] = [await paint({ style: one }), await paint({ style: two })]
    const blended = (part: number) => paint({ style: one, blend: { style: two, part } })
    expect(await difference(await blended(0), first)).toBe(0)
    expect(await difference(await blended(1), second)).toBe(0)
    const half = await blended(0.5)
    const apart = await difference(first, second)
    expect(await difference(half, first)).toBeLessThan(apart)
    expect(await difference(half, second)).toBeLessThan(apart)
  })
})

describe('on the way', () => {
  it('previews come in order and grow', async () => {
    const previews: Preview[] = []
    await painter.paint(order({ longSide: 400 }), { onPreview: (preview) => previews.push(preview) })
    expect(previews.map(({ stage }) => stage)).toEqual(['sketch', 'study'])
    const sizes = await Promise.all(previews.map(async ({ picture }) => (await sharp(picture).metadata()).width))
    expect(sizes).toEqual([128, 256])
    const progress = [0, ...previews.map((preview) => preview.progress), 1]
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
  })

  it('the event loop stays free', async () => {
    let ticks = 0
    const timer = setInterval(() => ticks++, 1)
    await painter.paint(order({ longSide: 1024 }))
    clearInterval(timer)
    // A blocked loop would not tick at all while the network runs.
    expect(ticks).toBeGreaterThan(20)
  })

  it('a cancelled order stops after the stage in hand, and the next one is painted', async () => {
    const stop = new AbortController()
    const stages: string[] = []
    const painting = painter.paint(order({ longSide: 1024 }), {
      signal: stop.signal,
      onPreview: ({ stage }) => {
        stages.push(stage)
        stop.abort(new Error('not wanted any more'))
      },
    })
    await expect(painting).rejects.toThrow('not wanted any more')
    expect(stages).toEqual(['sketch'])
    await expect(painter.paint(order(), { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i)
    expect((await painter.paint(order())).width).toBe(256)
  })

  it('orders brought at once are painted one after the other', async () => {
    const results = await Promise.all([100, 120, 140].map((longSide) => painter.paint(order({ longSide }))))
    expect(results.map(({ width }) => width)).toEqual([100, 120, 140])
  })
})

describe('odd photos', () => {
  const paint = async (bytes: Uint8Array, longSide = 128) => painter.paint(order({ photo: bytes, longSide }))
  const rgb = (width: number, height: number) =>
    sharp(drawTestPhoto(width, height), { raw: { width, height, channels: 3 } })

  it.each([
    [1, 1, 128, 128],
    [21, 500, 5, 128],
    [500, 3, 128, 1],
    [17, 31, 70, 128],
  ])('of %i x %i pixels become %i x %i', async (width, height, paintedWidth, paintedHeight) => {
    const result = await paint(await rgb(width, height).png().toBuffer())
    expect(result).toMatchObject({ width: paintedWidth, height: paintedHeight })
    expect(await sharp(result.picture).metadata()).toMatchObject({ width: paintedWidth, height: paintedHeight })
  })

  it('grey, 16 bit, CMYK, transparent: all are painted like their sRGB twin', async () => {
    const plain = await paint(await rgb(160, 120).png().toBuffer())
    const deep = await rgb(160, 120).toColourspace('rgb16').png().toBuffer()
    expect((await sharp(deep).metadata()).depth).toBe('ushort')
    // The network makes much of a last bit: what it is given is compared, not what it paints.
    const unpainted = { strength: 0, longSide: 128 }
    const eight = await painter.paint(order({ ...unpainted, photo: await rgb(160, 120).png().toBuffer() }))
    const sixteen = await painter.paint(order({ ...unpainted, photo: deep }))
    expect(await difference(eight.picture, sixteen.picture)).toBeLessThan(3)
    expect(await paint(deep)).toMatchObject({ width: 128, height: 96 })
    const opaque = await paint(await rgb(160, 120).ensureAlpha().png().toBuffer())
    expect(await difference(plain.picture, opaque.picture)).toBeLessThan(0.01)
    const cmyk = await rgb(160, 120).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer()
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk')
    expect(await paint(cmyk)).toMatchObject({ width: 128, height: 96 })
    const grey = await rgb(160, 120).toColourspace('b-w').png().toBuffer()
    expect((await sharp(grey).metadata()).channels).toBe(1)
    expect(await paint(grey)).toMatchObject({ width: 128, height: 96 })
  })

  it('what is transparent is white', async () => {
    const clear = { width: 64, height: 64, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const
    const nothing = await sharp({ create: clear }).png().toBuffer()
    const { picture } = await painter.paint(order({ photo: nothing, strength: 0, longSide: 64 }))
    expect((await sharp(picture).stats()).channels.map((c) => c.min)).toEqual([255, 255, 255])
  })

  it('are turned as EXIF says', async () => {
    const turned = await rgb(160, 120).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await paint(turned)).toMatchObject({ width: 96, height: 128 })
  })

  it.each([
    ['text', Buffer.from('this is no picture')],
    ['nothing', Buffer.alloc(0)],
  ])('that are %s are refused', async (_, bytes) => {
    await expect(paint(bytes)).rejects.toMatchObject({ code: 'photo_unreadable' })
  })

  it('that are cut short are refused', async () => {
    const whole = await rgb(320, 240).jpeg().toBuffer()
    await expect(paint(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({ code: 'photo_unreadable' })
  })
})

describe('odd orders', () => {
  const broken = (style: MasterStyle) => Float32Array.from(style.fine, (v, i) => (i === 5 ? Number.NaN : v))
  it.each([
    ['fine code of another length', (style: MasterStyle) => ({ ...style, fine: new Float32Array(12) })],
    ['fine code with NaN in it', (style: MasterStyle) => ({ ...style, fine: broken(style) })],
    ['broad code with NaN in it', (style: MasterStyle) => ({ ...style, broad: broken(style) })],
    ['target of another length', (style: MasterStyle) => ({ ...style, target: new Float32Array(3) })],
  ])('a %s is refused', async (_, change) => {
    const style = change(styles[0] as MasterStyle)
    await expect(painter.paint(order({ style }))).rejects.toMatchObject({ code: 'style_missing' })
    const blend = { style, part: 0.5 }
    await expect(painter.paint(order({ blend }))).rejects.toMatchObject({ code: 'style_missing' })
  })

  it('shares outside 0..1 are refused', async () => {
    for (const changes of [{ strength: Number.NaN }, { strokes: 1.1 }, { strength: -0.1 }])
      await expect(painter.paint(order(changes))).rejects.toMatchObject({ code: 'painter_failed' })
  })

  it('a model that is not here is refused', async () => {
    const gone = painter.paint(order({ modelVersion: '0.0.0' }))
    await expect(gone).rejects.toMatchObject({ code: 'model_missing', message: expect.stringContaining('0.0.0') })
  })
})
