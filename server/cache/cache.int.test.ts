import { expect, test } from 'vitest'
import { db } from '@/server/platform/db'
import { announceChange } from './announce-change'
import { Cache, type CacheRules, type Filled } from './cache'
import { changes } from './changes'
import { gather } from './gather'

const rules = { name: 'test', mostBytes: 10_000, freshMs: 60_000, limitMs: 100, lastGoodMs: 60_000 }
const filled = (value: string, more: Partial<Filled<string>> = {}): Filled<string> => ({
  value,
  tags: ['pond'],
  bytes: 10,
  ...more,
})

/** A cache once this process hears of changes: before, it keeps nothing for longer than a second. */
async function openCache(changed: Partial<CacheRules> = {}) {
  const cache = new Cache<string>({ ...rules, ...changed })
  await cache.read('first', async () => filled('x'))
  await expect.poll(() => changes.isListening && changes.held.size === 0, { timeout: 20_000 }).toBe(true)
  return cache
}

/** A fill that waits until it is let go. */
function gate(value: string, more: Partial<Filled<string>> = {}) {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return {
    open: () => open(),
    fill: async () => {
      await opened
      return filled(value, more)
    },
  }
}

test('200 who ask at once make one fill', async () => {
  const cache = await openCache()
  let fills = 0
  const fill = async () => {
    fills++
    await new Promise((resolve) => setTimeout(resolve, 20))
    return filled('Pond')
  }
  const answers = await Promise.all(Array.from({ length: 200 }, () => cache.read('a', fill)))
  expect(new Set(answers.map((answer) => answer?.value))).toEqual(new Set(['Pond']))
  expect(fills).toBe(1)
})

test('what is not there, or is past its hour, is not kept', async () => {
  const cache = await openCache()
  expect(await cache.read('a', async () => null)).toBeNull()
  expect(await cache.read('a', async () => filled('late', { until: Date.now() - 1 }))).toMatchObject({ value: 'late' })
  expect(await cache.read('a', async () => filled('now'))).toMatchObject({ value: 'now', isStale: false })
  expect(await cache.read('a', async () => filled('again'))).toMatchObject({ value: 'now' })
})

test('a change during a fill makes it read again; nobody who asks afterwards gets the older answer', async () => {
  const cache = await openCache()
  const slow = gate('old')
  let rounds = 0
  const early = cache.read('a', async () => (rounds++ === 0 ? slow.fill() : filled('new')))
  await announceChange(db, ['pond'])
  await expect.poll(() => changes.held.size).toBe(0)
  const late = cache.read('a', async () => filled('unused'))
  slow.open()
  expect((await Promise.all([early, late])).map((answer) => answer?.value)).toEqual(['new', 'new'])
})

test('while a transaction of this process is changing something, nothing of it is kept', async () => {
  const cache = await openCache()
  let state = 'old'
  const read = async () => (await cache.read('a', async () => filled(state)))?.value
  expect(await read()).toBe('old')
  await db.$transaction(async (tx) => {
    await announceChange(tx, ['pond'])
    for (state of ['half of it', 'more of it']) expect(await read()).toBe(state)
  })
  state = 'all of it'
  await expect.poll(() => changes.held.size).toBe(0)
  expect(await read()).toBe(state)
})

test('a fill that fails or comes late gives the last good copy, says so, and does not ask again at once', async () => {
  const cache = await openCache()
  await cache.read('a', async () => filled('good'))
  await announceChange(db, ['pond'])
  let tries = 0
  const fail = async () => {
    tries++
    throw new Error('down')
  }
  expect(await cache.read('a', fail)).toMatchObject({ value: 'good', isStale: true })
  expect(await cache.read('a', fail)).toMatchObject({ value: 'good', isStale: true })
  expect(tries).toBe(1)
  const slow = gate('better')
  await expect.poll(async () => (await cache.read('a', slow.fill))?.isStale && cache.figures.fills).toBe(3)
  slow.open()
  await expect.poll(() => cache.read('a', slow.fill)).toMatchObject({ value: 'better', isStale: false })
})

test('there is no last good copy of what is gone, nor of what never was', async () => {
  const cache = await openCache()
  const fail = async () => Promise.reject(new Error('down'))
  await cache.read('a', async () => filled('secret'))
  await announceChange(db, ['pond'], { isGone: true })
  await expect(cache.read('a', fail)).rejects.toThrow('down')
  await expect(cache.read('b', fail)).rejects.toThrow('down')
})

test('what changes keep overtaking is given, but not even kept as last good copy', async () => {
  const cache = await openCache()
  let rounds = 0
  const overtaken = async () => {
    rounds++
    await announceChange(db, ['pond'], { isGone: true })
    // Its notice has come and gone before there is anything that it could drop.
    await expect.poll(() => changes.held.size, { timeout: 5_000 }).toBe(0)
    return filled('secret')
  }
  expect(await cache.read('a', overtaken)).toMatchObject({ value: 'secret', isStale: true })
  expect(rounds).toBe(3)
  await expect(cache.read('a', async () => Promise.reject(new Error('down')))).rejects.toThrow('down')
})

test('the last good copy is the latest that was read, and no copy of copies takes its place', async () => {
  const cache = await openCache()
  await cache.read('a', async () => filled('oldest'))
  await db.$transaction(async (tx) => {
    await announceChange(tx, ['pond'])
    expect(await cache.read('a', async () => filled('newer'))).toMatchObject({ value: 'newer', isStale: false })
  })
  await expect.poll(() => changes.held.size).toBe(0)
  const ofCopies = async () => filled('of copies', { isStale: true })
  expect(await cache.read('a', ofCopies)).toMatchObject({ value: 'of copies', isStale: true })
  const fail = async () => Promise.reject(new Error('down'))
  expect(await cache.read('a', fail)).toMatchObject({ value: 'newer', isStale: true })
})

test('a change with a grace may be seen a little later, and is seen', async () => {
  const cache = await openCache({ graceMs: () => 500 })
  await cache.read('a', async () => filled('7 likes'))
  await announceChange(db, ['pond'])
  expect(await cache.read('a', async () => filled('8 likes'))).toMatchObject({ value: '7 likes', isStale: false })
  await expect.poll(async () => (await cache.read('a', async () => filled('8 likes')))?.value).toBe('8 likes')
})

test('where the young outlive a change, what changes without end is made a part of the time and given at once', async () => {
  const cache = await openCache({ limitMs: 5_000, youngMs: 300 })
  let [version, busyMs, waits] = [0, 0, 0]
  const fill = async () => {
    const [began, seen] = [performance.now(), version]
    await new Promise((resolve) => setTimeout(resolve, 20))
    busyMs += performance.now() - began
    return filled(String(seen))
  }
  const changing = setInterval(() => {
    version++
    changes.note(['pond'])
  }, 5)
  await cache.read('a', fill)
  const began = performance.now()
  let reads = 0
  for (; performance.now() - began < 2_000; reads++) {
    if (!cache.peek('a')) waits++
    await cache.read('a', fill)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  clearInterval(changing)
  expect(busyMs / (performance.now() - began)).toBeLessThan(0.5)
  expect(waits / reads).toBeLessThan(0.2)
  await expect.poll(async () => (await cache.read('a', fill))?.value).toBe(String(version))
})

test('changes now and then are seen at once, among many a little later, and one that makes something go away always', async () => {
  const cache = await openCache({ youngMs: 500 })
  const after = async (value: string, isGone = false) => {
    changes.note(['pond'], isGone)
    return (await cache.read('a', async () => filled(value)))?.value
  }
  const seen = []
  for (const value of ['1', '2', '3', '4', '5']) seen.push(await after(value))
  expect(seen).toEqual(['1', '2', '3', '4', '4'])
  expect(await after('6', true)).toBe('6')
})

test('where changes may have been missed nothing outlives them, however young', async () => {
  const cache = await openCache({ youngMs: 10_000 })
  const after = async (value: string, changed: string[] | null) => {
    changes.note(changed)
    return (await cache.read('a', async () => filled(value)))?.value
  }
  for (const value of ['1', '2', '3', '4']) await after(value, ['pond'])
  expect(await after('5', ['pond'])).toBe('4')
  expect(await after('6', null)).toBe('6')
})

test('what changes without end is there as last good copy, though none of it was right when it was done', async () => {
  const cache = await openCache()
  await cache.read('a', async () => {
    changes.note(['pond'])
    return filled('x')
  })
  const fail = async () => Promise.reject(new Error('down'))
  expect(await cache.read('a', fail)).toMatchObject({ value: 'x', isStale: true })
})

test('an answer beneath which something was deleted is not even a last good copy', async () => {
  const cache = await openCache({ youngMs: 10_000 })
  await cache.read('a', async () => {
    changes.note(['pond'], true)
    return filled('x')
  })
  await expect(cache.read('a', async () => Promise.reject(new Error('down')))).rejects.toThrow('down')
})

test('an answer that took longer to make than a grace lasts is there for as long as the grace, and as last good copy then', async () => {
  const cache = await openCache({ graceMs: () => 200 })
  const slowly = async () => {
    await announceChange(db, ['pond'])
    await new Promise((resolve) => setTimeout(resolve, 400))
    return filled('7 likes')
  }
  await cache.read('a', slowly)
  expect(cache.peek('a')).toMatchObject({ value: '7 likes' })
  const fail = async () => Promise.reject(new Error('down'))
  await expect.poll(() => cache.read('a', fail)).toMatchObject({ value: '7 likes', isStale: true })
})

test('who makes an answer of answers learns what it was made from, and whether all of it is sound', async () => {
  const cache = await openCache()
  const until = Date.now() + 30_000
  const read = () => cache.read('a', async () => filled('x', { tags: ['pond', 'bridge'], until }))
  for (const _again of [1, 2]) {
    const { sources } = await gather(read)
    expect(sources).toMatchObject({ tags: new Set(['pond', 'bridge']), until, isStale: false, hasFailed: false })
  }
  await announceChange(db, ['pond'])
  const fail = async () => Promise.reject(new Error('down'))
  expect((await gather(() => cache.read('a', fail))).sources).toMatchObject({ isStale: true })
  expect((await gather(() => cache.read('b', fail).catch(() => null))).sources).toMatchObject({ hasFailed: true })
})
