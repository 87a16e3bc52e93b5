import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Viewer } from '@/server/accounts/viewer'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { makeMaster, newOrder } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { endPresence, reportPresence } from '@/server/workers/report-presence'
import { expectWork, forgetReading, letIn, readAdmission } from './admission'
import { forceRung } from './force-rung'
import { nextTicket } from './next-ticket'
import { watchPainting } from './note-outcome'
import { readAdmissionView, readLadder } from './read-admission-view'

const model = { modelName: 'm', modelVersion: '1' }
let operator: Viewer
let pattern: Awaited<ReturnType<typeof newOrder>>

/** A process that has never looked before. */
function anew() {
  const { vernissage } = globalThis as { vernissage?: Map<string, unknown> }
  vernissage?.delete('admission')
}

/** Orders like the first one that wait, written straight into the house. */
async function queue(count: number) {
  const row = await db.portraitOrder.findUniqueOrThrow({ where: { id: pattern.id } })
  const { id: _id, idempotencyKey: _key, createdAt: _created, updatedAt: _updated, ...rest } = row
  await db.portraitOrder.createMany({
    data: Array.from({ length: count }, () => ({ ...rest, idempotencyKey: randomUUID(), cacheKey: randomUUID() })),
  })
}

async function outcomes(letters: string, secondsAgo = 0, name = model) {
  for (const letter of letters) {
    const ends = letter === 'f' ? Promise.reject(new Error('as the test wishes')) : Promise.resolve()
    await watchPainting(
      name,
      () => ends,
      () => true,
    ).catch(() => {})
  }
  await db.$executeRaw`UPDATE "PaintingOutcome" SET "at" = "at" - make_interval(secs => ${secondsAgo})`
  forgetReading()
}

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
  operator = await makePerson('OPERATOR')
  pattern = await newOrder(await makePerson(), { size: 1024 })
})

beforeEach(async () => {
  await db.portraitOrder.deleteMany({ where: { id: { not: pattern.id } } })
  await db.paintingOutcome.deleteMany()
  await db.admissionSwitch.deleteMany()
  await reportPresence({ id: 'one', ...model, provider: 'cpu', secondsPerMegapixel: 1, notes: [] })
  anew()
})

describe('the rung', () => {
  it('follows the seconds of work that wait, by the rate that the workers measured', async () => {
    const megapixels = (1024 * 1024 * 0.75) / 1e6
    expect(await readAdmission()).toMatchObject({ rung: 0, orders: 1, breaker: 'closed' })
    expect((await readAdmission()).backlogSeconds).toBeCloseTo(megapixels)
    await queue(49)
    anew()
    expect(await readAdmission()).toMatchObject({ rung: 2, orders: 50 })
    await reportPresence({ id: 'two', ...model, provider: 'cuda', secondsPerMegapixel: 0.25, notes: [] })
    anew()
    expect((await readAdmission()).backlogSeconds).toBeCloseTo((50 * megapixels) / 5)
    expect((await readAdmission()).rung).toBe(0)
    await endPresence('two')
  })

  it('counts what this process lets in before the database is asked again', async () => {
    expect((await readAdmission()).rung).toBe(0)
    const work = { quality: 'PAINTING', longSide: 2048, isShort: false } as const
    await Promise.all(Array.from({ length: 50 }, () => letIn(work, async () => {})))
    expect((await readAdmission()).rung).toBe(4)
    await letIn(work, () => Promise.reject(new Error('not accepted'))).catch(() => {})
    expect((await readAdmission()).orders).toBe(51)
    // They were none of the database's: a reading that begins after they were accepted puts that right.
    forgetReading()
    await vi.waitFor(async () => expect((await readAdmission()).orders).toBe(1), 20_000)
  })

  it('counts what is made ready for orders that were not let in yet', async () => {
    const work = { quality: 'PAINTING', longSide: 2048, isShort: false } as const
    let isReady = () => {}
    const ready = new Promise<void>((resolve) => {
      isReady = resolve
    })
    const expected = Array.from({ length: 50 }, () => expectWork(work, () => ready))
    expect(await readAdmission()).toMatchObject({ rung: 4, orders: 51 })
    isReady()
    await Promise.all(expected)
    expect(await readAdmission()).toMatchObject({ orders: 1 })
  })

  it('asks the database once for many who ask', async () => {
    await queue(5)
    anew()
    const asking = vi.spyOn(db, '$queryRaw')
    const all = await Promise.all(Array.from({ length: 200 }, () => readAdmission()))
    expect(new Set(all.map(({ orders }) => orders))).toEqual(new Set([6]))
    expect(asking).toHaveBeenCalledTimes(1)
    asking.mockRestore()
    await expect(readAdmission()).resolves.toMatchObject({ orders: 6 })
  })
})

describe('the switch', () => {
  it('is an operator’s alone', async () => {
    const others = [null, await makePerson('GUEST'), await makePerson('ARTIST'), await makePerson('CURATOR')]
    for (const viewer of others) {
      await expect(forceRung(4, viewer)).rejects.toMatchObject({
        status: expect.toSatisfy((s) => s === 401 || s === 403),
      })
      await expect(readLadder(viewer)).rejects.toBeDefined()
    }
    expect(await db.admissionSwitch.count()).toBe(0)
    expect((await readAdmission()).rung).toBe(0)
  })

  it('holds a rung, is released again, and both are noted', async () => {
    expect(await forceRung(3, operator)).toMatchObject({ rung: 3, forcedRung: 3 })
    expect(await readAdmissionView()).toMatchObject({ rung: 3, isPainterResting: false })
    expect(await forceRung(null, operator)).toMatchObject({ rung: 0, forcedRung: null })
    expect(await readAdmissionView()).toEqual({
      rung: 0,
      isPainterResting: false,
      retryAfterSeconds: null,
    })
    const noted = await db.auditEntry.findMany({ where: { subjectType: 'admission' }, orderBy: { id: 'asc' } })
    expect(noted.map(({ action, actorId, detail }) => ({ action, actorId, detail }))).toEqual([
      { action: 'admission.forced', actorId: operator.id, detail: { rung: 3 } },
      { action: 'admission.released', actorId: operator.id, detail: {} },
    ])
  })

  it('is taken up by a process in which nobody pressed it', async () => {
    expect((await readAdmission()).rung).toBe(0)
    await db.admissionSwitch.create({ data: { id: 1, forcedRung: 4 } })
    await vi.waitFor(async () => expect((await readAdmission()).rung).toBe(4), { timeout: 10_000 })
  })
})

describe('the breaker', () => {
  it('opens above 30 % of 20, half-opens after 5 s, and closes after a painting that went well', async () => {
    await outcomes(`${'w'.repeat(14)}${'f'.repeat(6)}`)
    expect(await readAdmission()).toMatchObject({ rung: 0, breaker: 'closed' })
    await outcomes('f')
    expect(await readAdmission()).toMatchObject({ rung: 3, breaker: 'open' })
    expect(await readAdmissionView()).toMatchObject({ isPainterResting: true })
    await outcomes('', 6)
    expect((await readAdmission()).breaker).toBe('half-open')
    await outcomes('w')
    expect((await readAdmission()).breaker).toBe('closed')
  })

  it('is each model’s own as well', async () => {
    await outcomes('w'.repeat(50))
    await outcomes('f'.repeat(20), 0, { modelName: 'other', modelVersion: '3' })
    const { breaker, models, rung } = await readAdmission()
    expect([breaker, rung]).toEqual(['closed', 0])
    expect(Object.fromEntries(models)).toEqual({ 'm 1': 'closed', 'other 3': 'open' })
  })

  it('does not count what is not the painter’s fault', async () => {
    const ends = () => Promise.reject(new Error('the photo is damaged'))
    await watchPainting(model, ends, () => false).catch(() => {})
    expect(await db.paintingOutcome.count()).toBe(0)
  })
})

describe('numbers at the closed door', () => {
  it('are each given once, ascending, however many ask at once', async () => {
    const numbers = await Promise.all(Array.from({ length: 130 }, () => nextTicket()))
    expect(new Set(numbers).size).toBe(130)
    expect(numbers).toEqual(numbers.toSorted((a, b) => Number(a) - Number(b)))
    expect(Number(numbers[0])).toBeGreaterThan(0)
  })
})
