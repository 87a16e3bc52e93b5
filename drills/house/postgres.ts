import { execFileSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { dataFolderAt } from '@/launcher/data-folder'
import { ensureSecrets } from '@/launcher/secrets'
import { isAlive } from '@/server/platform/embedded-postgres/process-table'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@/server/platform/embedded-postgres/start'

/** Durable as in production (fsync on), or a drill that kills it would prove nothing. */
export class Postgres {
  private server?: EmbeddedPostgres
  private port = 0
  private isFrozen = false

  constructor(
    private readonly dataFolder: string,
    private readonly settings: string[] = [],
  ) {}

  get url(): string {
    if (!this.server) throw new Error('PostgreSQL was not started')
    return this.server.url
  }

  get isRunning(): boolean {
    return this.server !== undefined && isAlive(this.server.pid)
  }

  /** Starts it, after the first time on the same port. */
  async start(): Promise<void> {
    const folder = dataFolderAt(this.dataFolder)
    this.server = await startEmbeddedPostgres({
      cluster: folder.cluster,
      password: ensureSecrets(folder).postgresPassword,
      database: 'vernissage',
      port: this.port,
      settings: this.settings,
    })
    if (this.port !== 0 && this.server.port !== this.port) throw new Error(`port ${this.port} was taken meanwhile`)
    this.port = this.server.port
  }

  /** `kill -9` of the postmaster and of every process of it, and the wait for their end. */
  async kill(): Promise<void> {
    const pids = this.pids()
    for (const pid of pids) signal(pid, 'SIGKILL')
    while (pids.some(isAlive)) await sleep(5)
    this.isFrozen = false
  }

  freeze(): void {
    for (const pid of this.pids()) signal(pid, 'SIGSTOP')
    this.isFrozen = true
  }

  resume(): void {
    if (this.isFrozen) for (const pid of this.pids()) signal(pid, 'SIGCONT')
    this.isFrozen = false
  }

  async stop(): Promise<void> {
    this.resume()
    await this.server?.stop()
  }

  private pids(): number[] {
    const parent = this.server?.pid
    if (parent === undefined || !isAlive(parent)) return []
    const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
    const rows = table.map((line) => line.trim().split(/\s+/).map(Number))
    return [parent, ...rows.flatMap(([pid = 0, of]) => (of === parent ? [pid] : []))]
  }
}

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name)
  } catch {
    // It has just ended.
  }
}
