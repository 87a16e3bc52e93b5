import fs from 'node:fs'
import path from 'node:path'
import { childEnv } from '@/launcher/child-env'
import { dataFolderAt } from '@/launcher/data-folder'
import { migrate } from '@/launcher/migrate'
import { prepareBuild, prepareClient } from '@/launcher/prepare-code'
import { ensureSecrets } from '@/launcher/secrets'
import { seed } from '@/launcher/seed'
import { Postgres } from './postgres'

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, '../..')

/**
 * Makes what every house of a run is copied from: the code's generated parts, and a data folder as the launcher would leave
 * it after a first start, at rest.
 *
 * @returns the data folder's path
 */
export async function makeTemplate(runFolder: string): Promise<string> {
  const template = path.join(runFolder, 'template')
  fs.mkdirSync(template, { mode: 0o711 })
  const postgres = new Postgres(template)
  await postgres.start()
  try {
    const context = { root, env: environment(template, postgres.url), signal: new AbortController().signal }
    await prepareClient(context)
    await migrate(postgres.url, context)
    await prepareBuild(context)
    await seed(context)
  } finally {
    await postgres.stop()
  }
  return template
}

/** Environment variables that are added or changed. */
export type Settings = Record<string, string>

/** The environment that the launcher would give to web and worker, with what drills need beside it. */
export function environment(dataFolder: string, databaseUrl: string, changes: Settings = {}): NodeJS.ProcessEnv {
  const folder = dataFolderAt(dataFolder)
  const surroundings = { folder, secrets: ensureSecrets(folder), databaseUrl, port: 0, workerPort: 0, isDev: false }
  const { REDIS_URL: _redis, REDIS_CACHE_URL: _cache, AUTH_SECRET: _secret, ...env } = childEnv(surroundings)
  return {
    ...env,
    AUTH_SECRET: surroundings.secrets.authSecret,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
    // Each visitor of a drill comes from an address of its own.
    TRUSTED_PROXIES: '1',
    ...changes,
  }
}
