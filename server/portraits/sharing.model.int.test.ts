import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { Prisma } from '@/generated/prisma/client'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { cancelPortrait } from './cancel-portrait'
import { type Claim, claimOrder } from './claim-order'
import { completeOrder, type Painted } from './complete-order'
import { deletePortrait } from './delete-portrait'
import { failOrder } from './fail-order'
import { jobId, paintTopic } from './paint-job'
import { queueAgain } from './queue-again'
import { recordProgress } from './record-progress'
import { sharePainting } from './share-painting'
import { stopPortrait } from './stop-portrait'
import { makeMaster, newOrder, painting } from './testing/orders'

/** What happens to orders for one and the same painting, by whichever of them is meant. */
const kinds = ['place', 'claim', 'step', 'finish', 'stop', 'cancel', 'delete', 'fail', 'retry'] as const
const storySchema = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat({ max: 6 })), { minLength: 4, maxLength: 24 })

let photo: Prisma.PictureUncheckedCreateInput
let personId: string
let picture: Painted

/** One key's orders, as far as the test knows of them. */
class Story {
  readonly cacheKey = randomUUID()
  readonly ids: string[] = []
  readonly claims = new Map<string, Claim>()

  async place(): Promise<void> {
    const { cacheKey } = this
    const wish = { personId, styleId: 'test-style', strength: 1, longSide: 512, quality: 'MASTER' } as const
    const id = await db.$transaction(async (tx) => {
      const { id: photoId } = await tx.picture.create({ data: photo, select: { id: true } })
      const order = await tx.portraitOrder.create({
        data: { ...wish, photoId, idempotencyKey: randomUUID(), cacheKey },
      })
      const share = await sharePainting(tx, order, { isPainted: this.ids.length % 2 === 0, isFree: true })
      const job = { topic: paintTopic, key: jobId(order), payload: { orderId: order.id } }
      if (share === 'alone') await tx.outboxEntry.create({ data: job })
      return order.id
    })
    this.ids.push(id)
  }

  async act(kind: (typeof kinds)[number], which: number): Promise<void> {
    const id = this.ids[which % Math.max(1, this.ids.length)]
    if (kind === 'place' || !id) return this.place()
    const claim = this.claims.get(id)
    const refused = () => undefined
    if (kind === 'claim') {
      const taken = await claimOrder(id, 'worker')
      if (taken) this.claims.set(id, taken)
    } else if (kind === 'step' && claim) {
      await recordProgress(claim, { stage: 'master', progress: 0.5, loss: 1, preview: picture.picture })
    } else if (kind === 'finish' && claim) {
      const row = await db.portraitOrder.findUnique({ where: { id } })
      await completeOrder(claim, { ...picture, end: row?.stopRequestedAt ? 'stop' : 'steps' })
    } else if (kind === 'fail' && claim) await failOrder(claim, 'painter_failed')
    else if (kind === 'stop') await stopPortrait(id, personId).catch(refused)
    else if (kind === 'cancel') await cancelPortrait(id, personId).catch(refused)
    else if (kind === 'delete') {
      await deletePortrait(id, personId).catch(refused)
      expect(await db.portraitOrder.count({ where: { id } })).toBe(0)
    } else if (kind === 'retry') {
      await db.$transaction((tx) => queueAgain(tx, { id, status: { in: ['FAILED', 'CANCELLED'] } }, 1))
    }
  }

  underway() {
    return db.portraitOrder.findMany({
      where: { cacheKey: this.cacheKey, status: { in: ['QUEUED', 'PAINTING'] } },
      include: { leader: true },
      orderBy: { createdAt: 'asc' },
    })
  }

  async check(): Promise<void> {
    const rows = await this.underway()
    const alone = rows.filter(({ leaderId }) => leaderId === null)
    // Painted once: only what is to go no further may be painted beside it.
    expect(alone.filter(({ stopRequestedAt }) => stopRequestedAt === null).length).toBeLessThanOrEqual(1)
    for (const { leader } of rows) {
      if (leader) expect(leader).toMatchObject({ leaderId: null, status: expect.stringMatching('QUEUED|PAINTING') })
    }
    // Never lost: whatever waits for nobody has, or had, a job of its own.
    const jobs = await db.outboxEntry.findMany({ where: { key: { in: alone.map(jobId) } }, select: { key: true } })
    const queued = alone.filter(({ status }) => status === 'QUEUED').map(jobId)
    expect(jobs.map(({ key }) => key)).toEqual(expect.arrayContaining(queued))
  }

  /** The house goes on until nothing is left to do. */
  async finish(): Promise<void> {
    for (let rows = await this.underway(); rows.length > 0; rows = await this.underway()) {
      const row = rows.find(({ leaderId }) => leaderId === null)
      if (!row) throw new Error('all of them wait')
      await db.portraitOrder.update({ where: { id: row.id }, data: { workerId: null, claimsLeft: 4 } })
      const claim = await claimOrder(row.id, 'worker')
      if (claim) await completeOrder(claim, { ...picture, end: claim.isStopRequested ? 'stop' : 'steps' })
    }
    const painted = await db.portraitOrder.findMany({ where: { cacheKey: this.cacheKey, status: 'PAINTED' } })
    expect(new Set(painted.map(({ paintingId }) => paintingId)).size).toBe(painted.length)
    const whole = painted.filter(({ stopRequestedAt }) => stopRequestedAt === null)
    expect(new Set(whole.map(({ resultId }) => resultId)).size).toBeLessThanOrEqual(1)
  }
}

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
  const person = await makePerson()
  personId = person.id
  const { photo: first } = await newOrder(person)
  const { id: _id, createdAt: _at, ...row } = await db.picture.findUniqueOrThrow({ where: { id: first.id } })
  photo = row
  picture = await painting({ quality: 'MASTER', steps: 3, loss: 1 })
})

/** Somebody orders beside a stopped painting that others wait for; then that one ends without them. */
const stoppedBeside: [(typeof kinds)[number], number][] = [
  ['place', 0],
  ['place', 0],
  ['claim', 0],
  ['stop', 0],
  ['place', 0],
  ['cancel', 0],
  ['place', 0],
]

it('paints for all, once, and loses nobody, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(storySchema, async (steps) => {
      const story = new Story()
      for (const [kind, which] of steps) {
        await story.act(kind, which)
        await story.check()
      }
      await story.finish()
    }),
    { numRuns: 40, examples: [[stoppedBeside]] },
  )
}, 600_000)
