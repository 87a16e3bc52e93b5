import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { Feature } from '@/lib/contracts/house'
import { makePerson } from '@/server/artworks/testing/records'
import { changeHouse } from './change-house'
import { readHouseSettings } from './read-house-settings'
import { addAnnouncement, deleteAnnouncement } from './set-announcement'

const answerSchema = z.object({ answer: z.string(), announcements: z.number() })
let other: ChildProcess
let lines: AsyncIterator<string>

async function readThere(feature: Feature) {
  other.stdin?.write(`${feature}\n`)
  return answerSchema.parse(JSON.parse((await lines.next()).value))
}

const patiently = { interval: 20, timeout: 30_000 }

beforeAll(async () => {
  other = spawn(process.execPath, ['--import', 'tsx', 'server/house/testing/feature-reader.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  if (!other.stdout) throw new Error('no output')
  lines = createInterface({ input: other.stdout })[Symbol.asyncIterator]()
  const isAwake = async () => expect((await readThere('hd')).answer).toBe('open')
  await vi.waitFor(isAwake, { interval: 200, timeout: 110_000 })
}, 120_000)

afterAll(async () => {
  other.stdin?.end()
  await once(other, 'exit')
})

test('what is switched off here is refused there, and taken again', async () => {
  const operator = await makePerson('OPERATOR')
  for (const isOn of [false, true]) {
    const { version } = await readHouseSettings(operator)
    await changeHouse({ version, changes: { features: { comments: isOn, signUp: isOn } } }, operator)
    const [comments, signUp] = isOn ? ['open', 'open'] : ['comments_off', 'sign_up_closed']
    await expect.poll(async () => (await readThere('comments')).answer, patiently).toBe(comments)
    expect((await readThere('signUp')).answer).toBe(signUp)
    expect((await readThere('submissions')).answer).toBe('open')
  }
})

test('an announcement here stands there, until it is taken down', async () => {
  const operator = await makePerson('OPERATOR')
  const text = { en: 'Early', zh: '提前' }
  const { id } = await addAnnouncement({ text, startsAt: new Date(0).toISOString(), endsAt: null }, operator)
  await expect.poll(async () => (await readThere('hd')).announcements, patiently).toBe(1)
  await deleteAnnouncement(id, operator)
  await expect.poll(async () => (await readThere('hd')).announcements, patiently).toBe(0)
})
