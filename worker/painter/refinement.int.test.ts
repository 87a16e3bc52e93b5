import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPainter, type Painter } from './painter'
import { difference, encodeTestPhoto, orderOf, stylesOf } from './testing/orders'
import type { PaintRequest, Preview } from './thread-messages'

let painter: Painter
let photo: Uint8Array

const master = (changes: Partial<PaintRequest> = {}) =>
  orderOf(painter, photo, { quality: 'MASTER', longSide: 192, ...changes })

beforeAll(async () => {
  painter = await createPainter({ lessons: 2, budgetMs: 600_000, stageMs: 600_000 })
  photo = await encodeTestPhoto(320, 240)
})

afterAll(() => painter.close())

describe('a master painting', () => {
  it('is refined step by step: every preview is a picture, and the loss falls', async () => {
    const previews: Preview[] = []
    const result = await painter.paint(master(), { onPreview: (preview) => previews.push(preview) })
    expect(result).toMatchObject({ quality: 'MASTER', width: 192, height: 144 })
    expect(result.steps).toBeGreaterThan(5)
    expect(['steps', 'plateau']).toContain(result.end)
    const refined = previews.filter(({ stage }) => stage === 'master')
    const losses = refined.map(({ loss }) => loss ?? Number.NaN)
    expect(losses.length).toBeGreaterThan(2)
    expect(losses.every(Number.isFinite)).toBe(true)
    // Every size has a loss of its own: it falls from one preview of the first size to the next, and ends below where it began.
    expect(losses[1]).toBeLessThan(losses[0] as number)
    expect(result.loss).toBeLessThan(Math.max(...losses))
    const painted = previews.find(({ stage }) => stage === 'painting')
    expect(result.loss).toBeLessThan(painted?.loss as number)
    expect(previews.find(({ stage }) => stage === 'sketch')?.loss).toBeNull()
    for (const { picture } of refined)
      expect(await sharp(picture).metadata()).toMatchObject({ width: 192, height: 144 })
    const progress = previews.map((preview) => preview.progress)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    const [first, last] = [refined[0] as Preview, refined.at(-1) as Preview]
    expect(await difference(first.picture, last.picture)).toBeGreaterThan(0.5)
  })

  it('ends where another turn would change nothing that one sees', async () => {
    const result = await painter.paint(master({ longSide: 64 }))
    expect(result.end).toBe('plateau')
    expect(result.steps).toBeLessThan(44)
  })

  it('ends where its time is over, and only gets its size then', async () => {
    const hasty = await createPainter({ budgetMs: 1 })
    try {
      const result = await hasty.paint(master({ longSide: 384 }))
      expect(result).toMatchObject({ quality: 'MASTER', steps: 1, end: 'budget', width: 384, height: 288 })
    } finally {
      await hasty.close()
    }
  })

  it.each([
    [640, 20],
    [640, 4],
  ])('of %i x %i px is refined, too: its mirrored margin is enough to look at', async (width, height) => {
    const strip = await encodeTestPhoto(width, height)
    const plain = await painter.paint(master({ photo: strip, longSide: width, quality: 'PAINTING' }))
    const result = await painter.paint(master({ photo: strip, longSide: width }))
    expect(result).toMatchObject({ quality: 'MASTER', width, height, loss: expect.any(Number) })
    expect(result.steps).toBeGreaterThan(16)
    expect(Number.isFinite(result.loss)).toBe(true)
    expect(await difference(result.picture, plain.picture)).toBeGreaterThan(0.5)
  })

  it('takes no more steps than it is given, and none where none are', async () => {
    expect(await painter.paint(master({ steps: 3 }))).toMatchObject({ quality: 'MASTER', steps: 3, end: 'steps' })
    expect(await painter.paint(master({ steps: 0 }))).toMatchObject({
      quality: 'PAINTING',
      steps: 0,
      loss: null,
      end: null,
    })
  })

  it('is what the network painted where the style has no target', async () => {
    const style = { ...stylesOf(painter)[0], target: null }
    expect(await painter.paint(master({ style }))).toMatchObject({ quality: 'PAINTING', steps: 0 })
  })

  it('stops where somebody says so, and is kept as it then is', async () => {
    const stop = new AbortController()
    const previews: Preview[] = []
    const result = await painter.paint(master({ longSide: 768 }), {
      stop: stop.signal,
      onPreview: (preview) => {
        previews.push(preview)
        if (preview.stage === 'master') stop.abort()
      },
    })
    expect(result).toMatchObject({ quality: 'MASTER', end: 'stop', width: 768, height: 576 })
    expect(result.steps).toBeLessThan(28)
    const [seen] = previews.filter(({ stage }) => stage === 'master')
    const small = await sharp(result.picture).resize(512, 384).png().toBuffer()
    expect(await difference(small, (seen as Preview).picture)).toBeLessThan(12)
  })

  it('is dropped where it is cancelled', async () => {
    const cancel = new AbortController()
    const painting = painter.paint(master(), {
      signal: cancel.signal,
      onPreview: ({ stage }) => stage === 'master' && cancel.abort(new Error('not wanted any more')),
    })
    await expect(painting).rejects.toThrow('not wanted any more')
  })

  it('of little strength stays near the photo', async () => {
    const far = async (strength: number) => {
      const { picture } = await painter.paint(master({ strength, steps: 6 }))
      return difference(picture, await sharp(photo).resize(192, 144).png().toBuffer())
    }
    expect(await far(0)).toBeLessThan(3)
    expect(await far(0.2)).toBeLessThan(await far(1))
  })
})

describe('any painting', () => {
  it('becomes a style that differs from others, is the same every time, and can be refined to', async () => {
    const stripes = await sharp({
      create: { width: 300, height: 200, channels: 3, background: '#d05020' },
    })
      .composite([
        {
          input: Buffer.from(
            '<svg width="300" height="200"><path d="M0 40H300M0 120H300" stroke="#104080" stroke-width="30"/></svg>',
          ),
        },
      ])
      .png()
      .toBuffer()
    const [a, again, b] = [await painter.study(stripes), await painter.study(stripes), await painter.study(photo)]
    expect(a.fine.length).toBe(painter.model.codeLength)
    expect(a).toEqual(again)
    const apart = (x: Float32Array, y: Float32Array) => x.reduce((sum, v, i) => sum + Math.abs(v - (y[i] as number)), 0)
    expect(apart(a.fine, b.fine)).toBeGreaterThan(1)
    const paint = async (style: PaintRequest['style']) => painter.paint(master({ style, steps: 4 }))
    const [first, second] = [await paint(a), await paint(b)]
    expect(first).toMatchObject({ quality: 'MASTER', steps: 4 })
    expect(await difference(first.picture, second.picture)).toBeGreaterThan(3)
    // Three studies, each of which looks at its painting four times: a busy machine needs more than the usual minute.
  }, 180_000)

  it.each([
    ['1 x 1', 1, 1],
    ['20 x 900', 20, 900],
    ['16 x 16', 16, 16],
  ])('of %s pixels gives finite numbers', async (_, width, height) => {
    const { fine, broad, target } = await painter.study(await encodeTestPhoto(width, height))
    for (const numbers of [fine, broad, target as Float32Array]) expect(numbers.every(Number.isFinite)).toBe(true)
  })

  it('that cannot be read is refused', async () => {
    await expect(painter.study(Buffer.from('no picture'))).rejects.toMatchObject({ code: 'photo_unreadable' })
  })
})
