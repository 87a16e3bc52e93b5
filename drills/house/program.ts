import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

const READY_LIMIT_MS = 120_000
const MOST_STARTS = 3

export interface ProgramSpec {
  name: string
  /** What follows `node`. */
  args: string[]
  env: NodeJS.ProcessEnv
  /** The folder of the release that it is of; this one's where left out. */
  folder?: string
  /** Its output goes here. */
  logFile: string
  /** Answers 200 when it can serve. */
  readyUrl: string
}

/** One web or worker process, to be started, frozen, killed and started again. It ends by itself when we are gone. */
export class Program {
  private child?: ChildProcess
  private isFrozen = false
  private folder?: string

  constructor(readonly spec: ProgramSpec) {
    this.folder = spec.folder
  }

  /** Has it start as another release from now on; without a folder, as this one. */
  becomeRelease(folder?: string): void {
    this.folder = folder
  }

  get isRunning(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null
  }

  /** The number of the running process. */
  get pid(): number {
    if (!this.isRunning || this.child?.pid === undefined) throw new Error(`${this.spec.name} does not run`)
    return this.child.pid
  }

  start(): void {
    if (this.isRunning) return
    const log = fs.openSync(this.spec.logFile, 'a')
    // The open stdin is what launcher/follow-launcher.mjs watches.
    const { args, env } = this.spec
    this.child = spawn(process.execPath, args, { cwd: this.folder, env, stdio: ['pipe', log, log] })
    this.child.stdin?.on('error', () => {})
    fs.closeSync(log)
  }

  async startAndWait(): Promise<void> {
    this.start()
    await this.untilReady()
  }

  /** Waits until it can serve; one that ends meanwhile is started again a few times, as the launcher's supervisor does. */
  async untilReady(): Promise<void> {
    let starts = 0
    for (const deadline = Date.now() + READY_LIMIT_MS; Date.now() < deadline; await sleep(50)) {
      if (!this.isRunning) {
        if (starts === MOST_STARTS) throw new Error(`${this.spec.name} keeps ending: ${this.lastWords()}`)
        starts += 1
        this.start()
      }
      if ((await statusOf(this.spec.readyUrl)) === 200) return
    }
    throw new Error(`${this.spec.name} is not ready: ${this.lastWords()}`)
  }

  private lastWords(): string {
    return fs.readFileSync(this.spec.logFile, 'utf8').trim().split('\n').slice(-3).join('\n').slice(-1_000)
  }

  /** `kill -9`, and the wait for its end. */
  async kill(): Promise<void> {
    await this.end('SIGKILL')
  }

  /** Asks it to end, and waits; killed when it takes longer than the limit. */
  async stop(limitMs = 40_000): Promise<void> {
    this.resume()
    const limit = setTimeout(() => this.child?.kill('SIGKILL'), limitMs)
    await this.end('SIGTERM')
    clearTimeout(limit)
  }

  freeze(): void {
    process.kill(this.pid, 'SIGSTOP')
    this.isFrozen = true
  }

  resume(): void {
    if (this.isFrozen && this.isRunning) process.kill(this.pid, 'SIGCONT')
    this.isFrozen = false
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this
    if (!child || !this.isRunning) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
    this.isFrozen = false
  }
}

/** The status that an address answers with, on a connection of its own; 0 for none within five seconds. */
export function statusOf(url: string): Promise<number> {
  return new Promise((resolve) => {
    const request = http.get(url, { agent: false, timeout: 5_000 }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(0))
  })
}
