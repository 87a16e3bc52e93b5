import fs from 'node:fs'
import { withClient } from '../server/platform/embedded-postgres/connection'
import { DATABASE_USER } from '../server/platform/embedded-postgres/create-cluster'
import type { DataFolder } from './data-folder'
import { openDatabase } from './open-database'
import { draftSecrets, ensureSecrets } from './secrets'

/**
 * Gives a closed house new secrets: the one that signs sessions and private addresses, and the embedded database's password. Everybody
 * signs in again. The new ones are on disk, as `secrets.json.new`, before the database changes its password.
 */
export async function rotateSecrets(folder: DataFolder): Promise<void> {
  const present = ensureSecrets(folder)
  const draft = draftSecrets(folder)
  if (fs.existsSync(folder.cluster)) {
    const database = await openDatabase(folder, present)
    // Letters, digits, - and _ alone: see secrets.ts.
    const change = `ALTER ROLE ${DATABASE_USER} PASSWORD '${draft.secrets.postgresPassword}'`
    await withClient(database.url, (client) => client.query(change)).finally(() => database.stop())
  }
  draft.keep()
}
