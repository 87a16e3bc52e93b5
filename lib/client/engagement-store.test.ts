import { beforeEach, expect, test } from 'vitest'
import { ApiError, offlineError } from './api-error'
import type { WishAnswer } from './browser-outbox'
import { EngagementStore } from './engagement-store'
import { memoryStorage } from './memory-storage'
import { Outbox } from './outbox'
import type { Wish } from './wishes'

const pond = '019a0000-0000-7000-8000-000000000001'
const wheat = '019a0000-0000-7000-8000-000000000002'

let reply: (wish: Wish) => Promise<WishAnswer>
let asked: string[][]
let outbox: Outbox<WishAnswer>
let store: EngagementStore
let made = 0

beforeEach(() => {
  asked = []
  reply = async ({ isOn }) => ({ isOn, count: isOn ? 8 : 7 })
  outbox = new Outbox<WishAnswer>({
    storage: memoryStorage(),
    send: (wish) => reply(wish),
    exclusively: (task) => task(),
    later: () => () => undefined,
  })
  store = new EngagementStore({
    outbox,
    loadMarks: async (ids) => {
      asked.push(ids)
      return { liked: [pond], kept: [wheat] }
    },
    loadCount: async () => 21,
    newId: () => `wish-${++made}`,
  })
})

const nextChange = () => new Promise<void>((resolve) => store.subscribe(resolve))

test('marks of all works on a page are asked for at once', async () => {
  store.want(pond)
  store.want(wheat)
  store.want(pond)
  await nextChange()
  expect(asked).toEqual([[pond, wheat]])
  expect(store.view('like', pond, 7)).toMatchObject({ isOn: true, count: 7 })
  expect(store.view('favourite', wheat, null)).toMatchObject({ isOn: true, count: null })
  expect(store.view('like', wheat, 0).isOn).toBe(false)
})

test('who likes a work finds themselves in its count, though the page was made before that', async () => {
  store.showCount(pond)
  store.showCount(wheat)
  store.want(pond)
  store.want(wheat)
  await nextChange()
  await expect.poll(() => store.view('like', pond, 0)).toMatchObject({ isOn: true, count: 21 })
  expect(store.view('like', wheat, 0)).toMatchObject({ isOn: false, count: 0 })
})

test('a like shows at once and keeps the count of the answer', async () => {
  store.set('like', pond, true)
  expect(store.view('like', pond, 4)).toMatchObject({ isOn: true, count: 5, state: 'sending' })
  await outbox.drain()
  expect(store.view('like', pond, 4)).toMatchObject({ isOn: true, count: 8, state: 'settled' })
})

test('a refused like is taken back, with the reason', async () => {
  const refusal = new ApiError({ code: 'not_found', message: 'There is nothing here.', status: 404 })
  reply = async () => {
    throw refusal
  }
  store.set('like', pond, true)
  await outbox.drain()
  expect(store.view('like', pond, 4)).toEqual({ isOn: false, count: 4, state: 'settled', refusal })
})

test('offline, the wish is shown as waiting, and no longer once it went out', async () => {
  reply = async () => {
    throw offlineError()
  }
  const states: string[] = []
  store.subscribe(() => states.push(store.view('like', pond, 4).state))
  store.set('like', pond, true)
  await outbox.drain()
  expect(states.at(-1)).toBe('waiting')
  reply = async () => ({ isOn: true, count: 5 })
  await outbox.drain()
  expect(states.at(-1)).toBe('settled')
})

test('a count that arrives while our like is on its way does not count it twice', async () => {
  let answer = (_answer: WishAnswer) => {}
  reply = () => new Promise((resolve) => (answer = resolve))
  store.set('like', pond, true)
  await Promise.resolve()
  store.takeCount(pond, 5)
  expect(store.view('like', pond, 4).count).toBe(5)
  answer({ isOn: true, count: 5 })
  await outbox.drain()
  expect(store.view('like', pond, 4).count).toBe(5)
})

test('the view is the same object until something changes', () => {
  const view = store.view('like', pond, 4)
  expect(store.view('like', pond, 4)).toBe(view)
  store.takeCount(pond, 5)
  expect(store.view('like', pond, 4)).toMatchObject({ count: 5 })
})

test('marks are asked for anew when somebody else is looking', async () => {
  store.want(pond)
  await nextChange()
  store.forgetMarks()
  expect(store.view('like', pond, 7).isOn).toBe(false)
  await nextChange()
  expect(asked).toEqual([[pond], [pond]])
  expect(store.view('like', pond, 7).isOn).toBe(true)
})
