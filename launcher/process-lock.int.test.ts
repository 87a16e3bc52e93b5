import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { isRunning, type ProcessLock, refTo, takeLock } from './process-lock'

let file: string
beforeEach(() => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vernissage-lock-'))
  file = path.join(folder, 'launcher.json')
  return () => fs.rmSync(folder, { recursive: true })
})

const write = (record: object) => fs.writeFileSync(file, JSON.stringify(record))
const taken = (lock: ReturnType<typeof takeLock>): ProcessLock => {
  if ('heldBy' in lock) throw new Error(`held by ${lock.heldBy.owner.pid}`)
  return lock
}

test('is taken by one at a time', () => {
  const lock = taken(takeLock(file))
  lock.update({ port: 3000 })
  expect(takeLock(file)).toMatchObject({ heldBy: { owner: refTo(process.pid), port: 3000 } })
  lock.release()
  taken(takeLock(file)).release()
  expect(fs.readdirSync(path.dirname(file))).toEqual([])
})

test('is taken over from a process that was killed, with what it had noted', async () => {
  const owner = spawn('sleep', ['60'])
  const ref = refTo(owner.pid ?? 0)
  const child = refTo(process.pid)
  write({ owner: ref, port: 3000, children: [child], isClosing: false })
  expect(takeLock(file)).toMatchObject({ heldBy: { owner: ref } })
  owner.kill('SIGKILL')
  await once(owner, 'exit')
  expect(taken(takeLock(file)).abandoned).toMatchObject({ children: [child] })
})

test('is taken over when its number belongs to another process by now', () => {
  write({ owner: { pid: process.pid, mark: 'another start' }, children: [], isClosing: false })
  expect(taken(takeLock(file)).abandoned).toBeDefined()
})

test('is taken over when it cannot be read', () => {
  fs.writeFileSync(file, '{"owner":')
  expect(taken(takeLock(file)).abandoned).toBeUndefined()
})

test('a process is the same only with the same mark', () => {
  const ref = refTo(process.pid)
  expect(isRunning(ref)).toBe(true)
  expect(isRunning({ ...ref, mark: 'another start' })).toBe(false)
})
