import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Redis } from 'ioredis'
import { freePort } from '../../server/platform/embedded-postgres/free-port'
import { findProgram, installFromDistribution } from './distribution'

export interface RedisServer {
  url: string
  pid: number
  isRunning(): boolean
  /** Ends it; SIGTERM asks, SIGKILL does not. */
  stop(signal?: NodeJS.Signals): Promise<void>
}

/**
 * Starts a redis-server of its own for the tests; undefined when none is to be had on this machine.
 *
 * @param wanted the port; another one is taken where it is in use
 */
export async function startRedis(wanted = 0): Promise<RedisServer | undefined> {
  const program = findRedis() ?? (installFromDistribution('redis-server') ? findRedis() : undefined)
  if (!program) return undefined
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vernissage-test-redis-'))
  const port = await freePort(wanted)
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no']
  const child = spawn(program, flags, { stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const onOurEnd = () => child.kill('SIGKILL')
  process.once('exit', onOurEnd)
  const url = `redis://127.0.0.1:${port}`
  await ping(url)
  return {
    url,
    pid: Number(child.pid),
    isRunning: () => child.exitCode === null && child.signalCode === null,
    stop: async (signal = 'SIGTERM') => {
      process.off('exit', onOurEnd)
      child.kill(signal)
      await ended
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

function findRedis(): string | undefined {
  return findProgram('redis-server')
}

/** Waits for the first answer; the client tries again until then. */
async function ping(url: string) {
  const redis = new Redis(url, { maxRetriesPerRequest: 100, retryStrategy: () => 50 })
  redis.on('error', () => {}) // not up yet
  await redis.ping()
  redis.disconnect()
}
