import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { type ProcessRef, refTo } from './process-lock'

const FIRST_DELAY_MS = 500
const LONGEST_DELAY_MS = 15_000
/** A child that lived this long was well: the next restart is quick again. */
const HEALTHY_AFTER_MS = 10_000
const LARGEST_LOG_BYTES = 10 * 1024 * 1024

export interface ChildSpec {
  name: string
  /** What follows `node`. */
  args: string[]
  /** Its output goes here; what is there already is kept. */
  logFile: string
}

interface Child {
  spec: ChildSpec
  process?: ChildProcess
  startedAt: number
  delay: number
  restart?: NodeJS.Timeout
  deaths: number
}

interface SupervisorEvents {
  /** The set of running processes has changed. */
  change: []
  /** A child has ended without being asked to; it comes back after the delay. */
  death: [end: string, delayMs: number]
}

/**
 * Keeps child processes running: one that ends is started again, after 0.5 s at first and up to 15 s if it keeps
 * ending. Each has its own process group, so that Ctrl-C reaches the launcher alone, which ends them in order; and a
 * pipe from the launcher as stdin, whose closing tells it that the launcher is gone.
 */
export class Supervisor extends EventEmitter<SupervisorEvents> {
  private readonly children = new Map<string, Child>()
  private env: NodeJS.ProcessEnv = process.env
  private isStopping = false

  start(spec: ChildSpec): void {
    const child: Child = { spec, startedAt: 0, delay: FIRST_DELAY_MS, deaths: 0 }
    this.children.set(spec.name, child)
    this.spawn(child)
  }

  /** The running children, for the next launcher to find. */
  refs(): ProcessRef[] {
    const pids = [...this.children.values()].map((child) => child.process?.pid)
    return pids.filter((pid) => pid !== undefined).map(refTo)
  }

  /** How often a child has ended by itself so far. */
  deaths(name: string): number {
    return this.children.get(name)?.deaths ?? 0
  }

  /** Sets the environment of all children; those that run already are restarted with it. */
  replaceEnv(env: NodeJS.ProcessEnv): void {
    this.env = env
    for (const { process } of this.children.values()) process?.kill('SIGTERM')
  }

  /** Asks all children to end and waits; whoever has not ended after the limit is killed. */
  async stop(limitMs: number): Promise<void> {
    this.isStopping = true
    await Promise.all(
      [...this.children.values()].map(async (child) => {
        clearTimeout(child.restart)
        const running = child.process
        if (!running) return
        const ended = new Promise((resolve) => running.once('exit', resolve))
        running.kill('SIGTERM')
        const limit = setTimeout(() => running.kill('SIGKILL'), limitMs)
        await ended
        clearTimeout(limit)
      }),
    )
  }

  private spawn(child: Child): void {
    const { name, args, logFile } = child.spec
    const log = openLog(logFile)
    const running = spawn(process.execPath, args, { env: this.env, detached: true, stdio: ['pipe', log, log] })
    fs.closeSync(log)
    child.process = running
    child.startedAt = Date.now()
    running.stdin?.on('error', () => {})
    running.once('error', () => {}) // followed by no 'exit' only if it could not be started at all
    running.once('exit', (code, signal) =>
      this.onExit(child, `The ${name} process ended with ${signal ?? `exit code ${code}`}`),
    )
    this.emit('change')
  }

  private onExit(child: Child, end: string): void {
    child.process = undefined
    if (this.isStopping) return
    child.deaths += 1
    if (Date.now() - child.startedAt > HEALTHY_AFTER_MS) child.delay = FIRST_DELAY_MS
    this.emit('death', end, child.delay)
    this.emit('change')
    child.restart = setTimeout(() => this.spawn(child), child.delay)
    child.delay = Math.min(child.delay * 2, LONGEST_DELAY_MS)
  }
}

function openLog(file: string): number {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > LARGEST_LOG_BYTES) fs.renameSync(file, `${file}.1`)
  return fs.openSync(file, 'a', 0o600)
}
