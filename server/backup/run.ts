/**
 * `run.ts backup FOLDER [KEEP]`, `run.ts restore BACKUP` and `run.ts verify BACKUP`, for who has a house's environment: launcher/backup.ts and
 * launcher/restore.ts start it, and so does the service `backup` of deploy/compose.
 */
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { directUrl } from '@/server/platform/direct-url'
import { env } from '@/server/platform/env'
import { store } from '@/server/storage/store'
import { BackupError } from './backup-error'
import { verifyChecksums } from './checksums'
import { makeBackup } from './make-backup'
import { readManifest } from './manifest'
import { restoreBackup } from './restore-backup'

const models = env.PAINTER_MODELS ?? path.join(env.VERNISSAGE_DATA, 'models')
const [command, folder = '', keep] = process.argv.slice(2)
const house = { databaseUrl: directUrl, store }

async function run() {
  if (command === 'backup') {
    const hasModels = await stat(models).then(
      () => true,
      () => false,
    )
    const made = await makeBackup({
      ...house,
      folder,
      authSecret: env.AUTH_SECRET,
      ...(hasModels && { models }),
      ...(keep && { keep: Number(keep) }),
    })
    const { tables, pictures } = made.manifest
    const rows = tables.reduce((sum, table) => sum + Number(table.sum.split(' ')[0]), 0)
    console.log(
      `${tables.length} tables with ${rows} rows, ${pictures.count} pictures (${(pictures.bytes / 2 ** 20).toFixed(1)} MiB): ${made.folder}`,
    )
    return
  }
  if (command === 'verify') {
    const { takenAt, release } = await readManifest(folder)
    const count = await verifyChecksums(folder)
    console.log(`The backup of ${takenAt}, made by release ${release}, is whole: ${count} files.`)
    return
  }
  const migrations = path.resolve(import.meta.dirname, '../../prisma/migrations')
  const { tables, pictures, takenAt } = await restoreBackup({ ...house, backup: folder, models, migrations })
  console.log(
    `${tables.length} tables and ${pictures.count} pictures are as they were at ${takenAt}; every checksum agrees.`,
  )
}

await run().catch((error: unknown) => {
  console.error(error instanceof BackupError ? error.message : error)
  process.exitCode = 1
})
