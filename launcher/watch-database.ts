import { isAlive } from '../server/platform/embedded-postgres/process-table'
import type { EmbeddedPostgres } from '../server/platform/embedded-postgres/start'

const INTERVAL_MS = 500
const RETRY_MS = 2_000

export interface DatabaseWatch {
  /** The server that runs now, or ran last. */
  current(): EmbeddedPostgres
  /** Ends the watch; a restart under way is waited for. */
  stop(): Promise<void>
}

export interface WatchOptions {
  /** Starts the server again, on the same port if it can. */
  reopen(port: number): Promise<EmbeddedPostgres>
  onDeath(): void
  /** The server is back; its URL differs from before when the old port had been taken. */
  onReturn(database: EmbeddedPostgres): void
  onFailure(error: unknown): void
}

/** Watches the embedded PostgreSQL, which may be nobody's child, and brings it back when it ends. */
export function watchDatabase(first: EmbeddedPostgres, options: WatchOptions): DatabaseWatch {
  let database = first
  let isStopped = false
  let restart = Promise.resolve()
  let timer: NodeJS.Timeout

  const bringBack = async () => {
    options.onDeath()
    while (!isStopped) {
      try {
        database = await options.reopen(database.port)
        return options.onReturn(database)
      } catch (error) {
        options.onFailure(error)
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
      }
    }
  }
  const check = async () => {
    if (!isStopped && !isAlive(database.pid)) {
      restart = bringBack()
      await restart
    }
    if (!isStopped) timer = setTimeout(check, INTERVAL_MS)
  }
  timer = setTimeout(check, INTERVAL_MS)

  return {
    current: () => database,
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await restart
    },
  }
}
