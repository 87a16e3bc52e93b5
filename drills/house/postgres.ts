import { setTimeout as sleep } from 'node:timers/promises'
import { dataFolderAt } from '@/launcher/data-folder'
import { ensureSecrets } from '@/launcher/secrets'
import { isAlive } from '@/server/platform/embedded-postgres/process-table'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@/server/platform/embedded-postgres/start'
import { signalFamily } from '@/server/platform/embedded-postgres/testing/freeze'

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
    const pids = this.signal('SIGKILL')
    while (pids.some(isAlive)) await sleep(5)
    this.isFrozen = false
  }

  freeze(): void {
    this.signal('SIGSTOP')
    this.isFrozen = true
  }

  resume(): void {
    if (this.isFrozen) this.signal('SIGCONT')
    this.isFrozen = false
  }

  async stop(): Promise<void> {
    this.resume()
    await this.server?.stop()
  }

  private signal(name: NodeJS.Signals): number[] {
    return this.server && this.isRunning ? signalFamily(this.server.pid, name) : []
  }
}
