import { beforeEach, expect, test } from 'vitest'
import { ApiError, offlineError } from './api-error'
import { memoryStorage } from './memory-storage'
import { Outbox, type Outcome, type WishStorage } from './outbox'
import type { Wish } from './wishes'

const pond = '019a0000-0000-7000-8000-000000000001'
const wheat = '019a0000-0000-7000-8000-000000000002'
const harbour = '019a0000-0000-7000-8000-000000000003'

/** What the house does with a wish that reaches it. */
type Reply = (wish: Wish) => Promise<string>

let storage: WishStorage
let sent: string[]
let outcomes: Outcome<string>[]
let waiting: { delayMs: number; task: () => void }[]
let reply: Reply
let made = 0

beforeEach(() => {
  storage = memoryStorage()
  sent = []
  outcomes = []
  waiting = []
  reply = async (wish) => `done ${wish.id}`
})

function open(): Outbox<string> {
  const outbox = new Outbox<string>({
    storage,
    send: (wish) => {
      sent.push(`${wish.isOn ? 'on' : 'off'} ${wish.artworkId}`)
      return reply(wish)
    },
    exclusively: (task) => task(),
    later: (delayMs, task) => {
      const entry = { delayMs, task }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter((each) => each !== entry)
      }
    },
  })
  outbox.listen((outcome) => outcomes.push(outcome))
  return outbox
}

const like = (artworkId: string, isOn = true): Wish => ({
  id: `wish-${++made}`,
  kind: 'like',
  artworkId,
  isOn,
  attempts: 0,
  madeAt: 0,
})

test('a wish is stored before it is sent and gone once it is answered', async () => {
  const outbox = open()
  let storedWhileSending: Wish[] = []
  reply = async () => {
    storedWhileSending = storage.read()
    return 'done'
  }
  const wish = like(pond)
  outbox.add(wish)
  expect(outbox.pending('like', pond)).toBe(wish)
  await outbox.drain()
  expect(storedWhileSending).toEqual([wish])
  expect(storage.read()).toEqual([])
  expect(outcomes).toEqual([{ wish, answer: 'done' }])
})

test('offline, the last wish of each work waits, and is sent once and in order when the network is back', async () => {
  const outbox = open()
  reply = async () => {
    throw offlineError()
  }
  for (const wish of [like(pond), like(wheat), like(pond, false), like(harbour)]) outbox.add(wish)
  await outbox.drain()
  expect(outbox.isStuck).toBe(true)
  expect(outcomes).toEqual([])
  expect(storage.read().map(({ artworkId }) => artworkId)).toEqual([wheat, pond, harbour])

  sent = []
  reply = async () => 'done'
  await outbox.drain()
  await outbox.drain()
  expect(sent).toEqual([`on ${wheat}`, `off ${pond}`, `on ${harbour}`])
  expect(outbox.isStuck).toBe(false)
  expect(storage.read()).toEqual([])
})

test('after a reload another outbox sends what the first one left', async () => {
  reply = async () => {
    throw offlineError()
  }
  const before = open()
  before.add(like(pond))
  await before.drain()
  sent = []
  reply = async () => 'done'
  await open().drain()
  expect(sent).toEqual([`on ${pond}`])
  expect(storage.read()).toEqual([])
})

test('a refusal drops the wish and says why', async () => {
  const outbox = open()
  const refusal = new ApiError({ code: 'not_found', message: 'There is nothing here.', status: 404 })
  reply = async () => {
    throw refusal
  }
  const wish = like(pond)
  outbox.add(wish)
  await outbox.drain()
  expect(outcomes).toEqual([{ wish, error: refusal }])
  expect(storage.read()).toEqual([])
  expect(waiting).toEqual([])
})

test('a work that the house cannot serve does not hold up the others, and is tried again later', async () => {
  storage = memoryStorage([like(pond), like(wheat)])
  reply = async (wish) => {
    if (wish.artworkId === pond) throw new ApiError({ code: 'internal', message: null, status: 500 })
    return 'done'
  }
  await open().drain()
  expect(sent).toEqual([`on ${pond}`, `on ${wheat}`])
  expect(storage.read()).toMatchObject([{ artworkId: pond, attempts: 1 }])
  expect(waiting).toHaveLength(1)
})

test('asked to slow down, it sends nothing more and waits as long as asked', async () => {
  const outbox = open()
  reply = async () => {
    throw new ApiError({ code: 'too_many_requests', message: null, status: 429, retryAfterSeconds: 90 })
  }
  outbox.add(like(pond))
  outbox.add(like(wheat))
  await outbox.drain()
  expect(new Set(sent)).toEqual(new Set([`on ${pond}`]))
  expect(storage.read()).toHaveLength(2)
  expect(waiting.map(({ delayMs }) => delayMs)).toEqual([90_000])
})

test('a wish changed while its elder is on the way is sent after it, and the elder does not take it along', async () => {
  const outbox = open()
  let answerFirst = (_text: string) => {}
  reply = () => new Promise((resolve) => (answerFirst = resolve))
  outbox.add(like(pond, true))
  await Promise.resolve()
  outbox.add(like(pond, false))
  reply = async () => 'second'
  answerFirst('first')
  await outbox.drain()
  expect(sent).toEqual([`on ${pond}`, `off ${pond}`])
  expect(storage.read()).toEqual([])
})

test('being offline for however long is no reason to give up; a house that keeps failing is', async () => {
  const outbox = open()
  reply = async () => {
    throw offlineError()
  }
  outbox.add(like(pond))
  for (let round = 0; round < 200; round++) await outbox.drain()
  expect(storage.read()).toMatchObject([{ attempts: 0 }])
  reply = async () => {
    throw new ApiError({ code: 'unavailable', message: null, status: 503 })
  }
  for (let round = 0; round < 200; round++) await outbox.drain()
  expect(storage.read()).toEqual([])
  expect(outcomes).toMatchObject([{ error: { code: 'unavailable' } }])
})
