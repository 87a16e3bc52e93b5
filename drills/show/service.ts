import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { findProgram, unpackFromDistribution } from '@/launcher/testing/distribution'
import { until } from '../house/ask'
import { statusOf } from '../house/program'

const READY_LIMIT_MS = 60_000

/** A program of a distribution's package that answers HTTP, e.g. Prometheus or an exporter. It ends with us. */
export class Service {
  private constructor(
    private readonly child: ChildProcess,
    private readonly name: string,
  ) {}

  /**
   * @param readyUrl answers 200 when it is up
   * @throws {Error} with its last words when it is not up in time
   */
  static async start(
    program: string,
    args: string[],
    logFile: string,
    readyUrl: string,
    env: Record<string, string> = {},
  ) {
    const log = fs.openSync(logFile, 'a')
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', log, log] })
    fs.closeSync(log)
    const service = new Service(child, program)
    process.once('exit', () => child.kill('SIGKILL'))
    const isUp = await until(async () => (await statusOf(readyUrl)) === 200, READY_LIMIT_MS, 100)
    if (!isUp) throw new Error(`${program} does not answer: ${fs.readFileSync(logFile, 'utf8').slice(-600)}`)
    return service
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const ended = once(this.child, 'exit')
    this.child.kill('SIGTERM')
    const isOver = await Promise.race([ended.then(() => true), new Promise((resolve) => setTimeout(resolve, 10_000))])
    if (!isOver) this.child.kill('SIGKILL')
  }

  toString(): string {
    return this.name
  }
}

/** Where a program lies that stands alone: on this machine, or unpacked from the distribution's package into a folder of ours. */
export function provide(program: string, packageName: string, folder: string): string | undefined {
  return findProgram(program) ?? unpackFromDistribution(packageName, program, folder)
}
