import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPainter, type Painter } from './painter'
import { PaintingThread } from './painting-thread'
import { modelFolder } from './read-manifest'
import { encodeTestPhoto, orderOf } from './testing/orders'
import type { PaintRequest, Preview } from './thread-messages'

const SETTINGS = {
  modelFolders: [modelFolder],
  modelBytes: 2 ** 28,
  providers: ['cpu'],
  threads: 1,
  sparingThreads: 1,
  lessons: 0,
  budgetMs: 20_000,
}
const nobody = () => {}

let painter: Painter
let photo: Uint8Array

const order = (changes: Partial<PaintRequest> = {}): PaintRequest => orderOf(painter, photo, changes)

beforeAll(async () => {
  painter = await createPainter()
  photo = await encodeTestPhoto(320, 240)
})

afterAll(() => painter.close())

describe('a painting thread that dies', () => {
  it('takes only the picture in hand along', async () => {
    const thread = await PaintingThread.start(SETTINGS, nobody, nobody)
    const painting = thread.paint(order({ longSide: 1024 }), { onPreview: () => void thread.close() })
    await expect(painting).rejects.toMatchObject({ code: 'painter_failed' })
    expect(thread.hasEnded).toBe(true)
    await expect(thread.paint(order(), {})).rejects.toMatchObject({ code: 'painter_failed' })
  })

  it('in the middle of a run leaves the process alive', async () => {
    const closed = await createPainter({ threads: 1 })
    const painting = closed.paint(order({ longSide: 512 }))
    const lost = expect(painting).rejects.toMatchObject({ code: 'painter_failed' })
    // By then the network runs, which takes half a second on one thread.
    await setTimeout(150)
    await closed.close()
    await lost
  })
})

describe('a study that nobody wants any more', () => {
  it('is dropped between two lessons, and the thread paints on', async () => {
    const thread = await PaintingThread.start({ ...SETTINGS, lessons: 100_000, budgetMs: 600_000 }, nobody, nobody)
    try {
      const cancel = new AbortController()
      const lessons: Preview[] = []
      const { strength, strokes, keepColours, seed } = order()
      const studying = thread.study(photo, {
        signal: cancel.signal,
        sitter: { photo, strength, strokes, keepColours, seed },
        onPreview: (lesson) => {
          lessons.push(lesson)
          if (lesson.progress > 0) cancel.abort(new Error('not wanted any more'))
        },
      })
      await expect(studying).rejects.toThrow('not wanted any more')
      expect(lessons.length).toBe(2)
      for (const { stage, loss } of lessons) expect([stage, loss]).toEqual(['lesson', expect.any(Number)])
      expect((await thread.paint(order({ longSide: 64 }), {})).width).toBe(64)
      await expect(thread.study(photo, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i)
    } finally {
      await thread.close()
    }
  })
})

describe('a stage that takes too long', () => {
  it('is called off, and the thread paints on', async () => {
    const thread = await PaintingThread.start(SETTINGS, nobody, nobody, 1)
    try {
      const painting = thread.paint(order({ longSide: 1024 }), { onPreview: nobody })
      await expect(painting).rejects.toMatchObject({
        code: 'painter_failed',
        message: 'A stage took longer than 0.001 s.',
      })
      expect(thread.hasEnded).toBe(false)
    } finally {
      await thread.close()
    }
  })
})
