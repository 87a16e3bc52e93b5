import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { bombPng, honestJpeg } from '../testing/hostile-photos'
import { DecoderPool, type PoolLimits } from './decoder-pool'
import { decodingLimits } from './photo-decoder'

const MB = 1_000_000
const pools: DecoderPool[] = []
let small: Buffer
let large: Buffer

beforeAll(async () => {
  small = await honestJpeg()
  // Dear enough to be met while it is decoded.
  large = await sharp({ create: { width: 7000, height: 5600, channels: 3, background: '#4477aa' } })
    .webp({ effort: 0 })
    .toBuffer()
})
afterEach(() => {
  for (const pool of pools.splice(0)) for (const pid of pool.pids) process.kill(pid, 'SIGKILL')
})

function openPool(changes: Partial<PoolLimits> = {}) {
  const pool = new DecoderPool({
    size: 1,
    waiting: 1,
    waitingBytes: 64 * 2 ** 20,
    waitMs: 60_000,
    photosEach: 100,
    ...changes,
  })
  pools.push(pool)
  return pool
}
/** A pool whose one process is there and has decoded a photo already. */
async function warmPool(changes: Partial<PoolLimits> = {}) {
  const pool = openPool(changes)
  expect(await decode(pool)).toHaveProperty('photo')
  const [pid = 0] = pool.pids
  return { pool, pid }
}
function decode(pool: DecoderPool, changes: Partial<typeof decodingLimits> = {}, bytes = small) {
  const format = bytes[0] === 0xff ? 'jpeg' : bytes[0] === 0x89 ? 'png' : 'webp'
  return pool.decode({ bytes, format, limits: { ...decodingLimits, ...changes } })
}
const isThere = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('a photo that is too much for its process ends that process, and nobody else', () => {
  test.each([
    ['hangs', 'SIGSTOP', 'time'],
    ['crashes the library', 'SIGSEGV', 'crash'],
    ['has its process killed from outside', 'SIGKILL', 'lost'],
  ] as const)('one that %s', async (_what, signal, ended) => {
    const { pool, pid } = await warmPool()
    const answer = decode(pool, { timeMs: signal === 'SIGSTOP' ? 500 : 60_000 }, large)
    process.kill(pid, signal)
    expect(await answer).toEqual({ ended })
    expect(await decode(pool)).toHaveProperty('photo')
    expect(pool.pids).not.toContain(pid)
    expect(isThere(pid)).toBe(false)
  })

  test('one that needs more memory than any may', async () => {
    const { pool, pid } = await warmPool()
    expect(await decode(pool, { memoryBytes: 75 * MB }, large)).toEqual({ ended: 'memory' })
    expect(await decode(pool)).toHaveProperty('photo')
    expect(isThere(pid)).toBe(false)
  })
})

test.skipIf(process.platform !== 'linux')(
  'a bomb is refused by its header: neither process grows by 50 MB',
  async () => {
    const { pool, pid } = await warmPool()
    const bomb = await bombPng()
    expect(bomb.length).toBeLessThan(200_000)
    const highest = () => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024
    const [childBefore, ownBefore] = [highest(), process.memoryUsage.rss()]
    let own = ownBefore
    const watch = setInterval(() => {
      own = Math.max(own, process.memoryUsage.rss())
    }, 2)
    const answer = await decode(pool, {}, bomb)
    clearInterval(watch)
    expect(answer).toMatchObject({ refusal: 'photo_too_many_pixels' })
    expect(highest() - childBefore).toBeLessThan(50 * MB)
    expect(own - ownBefore).toBeLessThan(50 * MB)
  },
)

describe('the queue', () => {
  test('is short: beyond it, and after waiting too long, the answer is busy', async () => {
    const { pool, pid } = await warmPool({ waiting: 1, waitMs: 300 })
    process.kill(pid, 'SIGSTOP')
    const [first, second, third] = [decode(pool), decode(pool), decode(pool)]
    expect(await third).toEqual({ ended: 'busy' })
    expect(await second).toEqual({ ended: 'busy' })
    process.kill(pid, 'SIGCONT')
    expect(await first).toHaveProperty('photo')
    expect(await decode(pool)).toHaveProperty('photo')
  })

  test('is short in bytes too, but takes one photo of any size', async () => {
    const { pool, pid } = await warmPool({ waiting: 10, waitingBytes: large.length + 10 })
    process.kill(pid, 'SIGSTOP')
    const [first, second, third] = [decode(pool), decode(pool, {}, large), decode(pool, {}, large)]
    expect(await third).toEqual({ ended: 'busy' })
    process.kill(pid, 'SIGCONT')
    expect(await first).toHaveProperty('photo')
    expect(await second).toHaveProperty('photo')
    expect(await decode(pool, {}, large)).toHaveProperty('photo')
  })

  test('is served in turn, by as many processes as there may be', async () => {
    const pool = openPool({ size: 2, waiting: 10 })
    const answers = await Promise.all(Array.from({ length: 8 }, () => decode(pool)))
    for (const answer of answers) expect(answer).toHaveProperty('photo')
    expect(pool.pids).toHaveLength(2)
  })
})

test('a process is replaced after its share of photos', async () => {
  const { pool, pid } = await warmPool({ photosEach: 2 })
  await decode(pool)
  expect(pool.pids).toEqual([pid])
  expect(await decode(pool)).toHaveProperty('photo')
  expect(pool.pids).not.toContain(pid)
})

test('a process knows no secret, ignores Ctrl-C, and ends with the one that started it', async () => {
  const file = path.resolve('server/storage/decoding/child.mjs')
  const script = `const { spawn } = require('node:child_process')
    const child = spawn(process.execPath, [${JSON.stringify(file)}], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    console.log(child.pid)
    setInterval(() => {}, 1000)`
  const starter = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const pid = Number(String((await once(starter.stdout, 'data'))[0]))
  expect(isThere(pid)).toBe(true)
  starter.kill('SIGKILL')
  await vi.waitFor(() => expect(isThere(pid)).toBe(false), { timeout: 20_000 })

  const { pool, pid: own } = await warmPool()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.kill(own, signal)
  expect(await decode(pool)).toHaveProperty('photo')
  expect(pool.pids).toEqual([own])
  if (process.platform === 'linux') expect(readFileSync(`/proc/${own}/environ`, 'utf8')).not.toMatch(/SECRET|DATABASE/)
})
