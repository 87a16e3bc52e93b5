import type { DataFolder } from './data-folder'
import type { Secrets } from './secrets'

export interface Surroundings {
  folder: DataFolder
  secrets: Secrets
  databaseUrl: string
  port: number
  workerPort: number
  isDev: boolean
}

/** The environment of web, worker and all steps before them: ours, with what the launcher decided put in. */
export function childEnv({ folder, secrets, databaseUrl, port, workerPort, isDev }: Surroundings): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: isDev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    // More than libuv's four: the folder of pictures may hold half of them (server/storage/store.ts).
    UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE || '8',
    VERNISSAGE_DATA: folder.root,
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: process.env.AUTH_SECRET || secrets.authSecret,
    PORT: String(port),
    WORKER_PORT: String(workerPort),
  }
}
