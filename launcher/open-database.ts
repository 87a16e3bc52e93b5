import { urlOf } from '../server/platform/embedded-postgres/connection'
import { readPostmaster } from '../server/platform/embedded-postgres/postmaster-file'
import { isAlive } from '../server/platform/embedded-postgres/process-table'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../server/platform/embedded-postgres/start'
import type { DataFolder } from './data-folder'
import { readSecrets, type Secrets } from './secrets'

const DATABASE = 'vernissage'
/** Rarely used by others; where it is taken, another one is found. */
const PREFERRED_PORT = 54330

/** Starts or adopts the database of a data folder. */
export function openDatabase(folder: DataFolder, secrets: Secrets, port = PREFERRED_PORT): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({
    cluster: folder.cluster,
    password: secrets.postgresPassword,
    database: DATABASE,
    port,
  })
}

/** The URL of the database that runs in a data folder at this moment; undefined when none does. Starts nothing. */
export function runningDatabaseUrl(folder: DataFolder): string | undefined {
  const postmaster = readPostmaster(folder.cluster)
  if (!postmaster?.isReady || !isAlive(postmaster.pid)) return undefined
  const secrets = readSecrets(folder)
  return secrets && urlOf(postmaster.port, secrets.postgresPassword, DATABASE)
}
