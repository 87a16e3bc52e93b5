import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import readline from 'node:readline'
import { beforeEach, expect, test, vi } from 'vitest'
import { isAlive } from '../server/platform/embedded-postgres/process-table'
import { endLeftovers } from './end-leftovers'
import { refTo } from './process-lock'

const WAIT = { timeout: 30_000, interval: 50 }
let folder: string
let launcher: ChildProcess
let pids: number[] = []

beforeEach(async () => {
  pids = []
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vernissage-supervisor-'))
  launcher = spawn(process.execPath, ['--import', 'tsx', 'launcher/testing/supervise-two.ts', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (launcher.stdout) readline.createInterface(launcher.stdout).on('line', (line) => (pids = JSON.parse(line)))
  await vi.waitUntil(() => pids.length === 2, WAIT)
  return () => {
    launcher.kill('SIGKILL')
    fs.rmSync(folder, { recursive: true, force: true })
  }
})

test('a child that is killed is started again, and the other one is left alone', async () => {
  const [one = 0, two] = pids
  process.kill(one, 'SIGKILL')
  await vi.waitUntil(() => pids.length === 2 && !pids.includes(one), WAIT)
  expect(pids).toContain(two)
})

test('SIGTERM ends all children, then the launcher, with exit code 0', async () => {
  const children = pids
  launcher.kill('SIGTERM')
  expect(await once(launcher, 'exit')).toEqual([0, null])
  expect(children.filter(isAlive)).toEqual([])
})

test('when the launcher is killed its children end themselves', async () => {
  const children = pids
  launcher.kill('SIGKILL')
  await vi.waitUntil(() => children.every((pid) => !isAlive(pid)), WAIT)
})

test('leftovers are ended, even deaf ones; a process that only has the same number is not', async () => {
  const start = (script: string) => spawn(process.execPath, ['-e', `${script}; console.log('up')`])
  const deaf = start('setInterval(() => {}, 1000); process.on("SIGTERM", () => {})')
  const stranger = start('setInterval(() => {}, 1000)')
  await Promise.all([once(deaf.stdout, 'data'), once(stranger.stdout, 'data')])
  await endLeftovers([refTo(deaf.pid ?? 0), { pid: stranger.pid ?? 0, mark: 'another start' }], 200)
  expect([isAlive(deaf.pid ?? 0), isAlive(stranger.pid ?? 0)]).toEqual([false, true])
  stranger.kill('SIGKILL')
})
