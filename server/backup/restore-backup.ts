import { cp, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { PictureStore } from '@/server/storage/picture-store'
import { BackupError } from './backup-error'
import { verifyChecksums } from './checksums'
import { loadTables, readMigrations } from './load-tables'
import { type Manifest, readManifest } from './manifest'
import { openClient } from './open-client'
import { listTables } from './table-checksums'

export interface RestoreWishes {
  /** One backup: the folder that holds manifest.json. */
  backup: string
  /** Must hold no tables. */
  databaseUrl: string
  store: PictureStore
  /** Where the operator's own networks belong. */
  models: string
  /** Folder of this release's migrations. */
  migrations: string
}

async function putPictures(backup: string, store: PictureStore): Promise<void> {
  const root = path.join(backup, 'files')
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = path.join(entry.parentPath, entry.name)
    await store.write(path.relative(backup, file).split(path.sep).join('/'), await readFile(file))
  }
}

/**
 * Makes an empty house what the backup was: reads and verifies all of it first, then writes the pictures, then, in one transaction,
 * the rows that name them. Breaking off leaves an empty database, and restoring can begin again.
 *
 * @throws {BackupError} when the backup is damaged or of a later release, or the house is not empty
 */
export async function restoreBackup({
  backup,
  databaseUrl,
  store,
  models,
  migrations,
}: RestoreWishes): Promise<Manifest> {
  const manifest = await readManifest(backup)
  const scripts = await readMigrations(manifest, migrations)
  await verifyChecksums(backup)
  const client = await openClient(databaseUrl)
  try {
    const tables = await listTables(client.query)
    if (tables.length > 0) {
      throw new BackupError(
        `The database has ${tables.length} tables already, and a restore wants an empty one. Nothing was changed.`,
      )
    }
    await putPictures(backup, store)
    await cp(path.join(backup, 'models'), models, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
    await loadTables(client, backup, manifest, scripts)
    return manifest
  } finally {
    await client.end()
  }
}
