/** `npm run restore -- BACKUP`: makes an empty house what the backup was. See docs/backup.md. */
import fs from 'node:fs'
import path from 'node:path'
import { readManifest } from '../server/backup/manifest'
import { StartError } from '../server/platform/embedded-postgres/errors'
import { childEnv } from './child-env'
import { dataFolderAt, openDataFolder } from './data-folder'
import { holdDataFolder } from './hold-data-folder'
import { openDatabase } from './open-database'
import { prepareClient } from './prepare-code'
import { step } from './progress.mjs'
import { runNode } from './run-command'
import { runCommandLine } from './run-command-line'
import { adoptSecret, ensureSecrets } from './secrets'

const root = path.resolve(import.meta.dirname, '..')

await runCommandLine(async () => {
  const [given] = process.argv.slice(2)
  if (!given) throw new StartError('Which backup? npm run restore -- FOLDER, the one that holds manifest.json.')
  const backup = path.resolve(given)
  await readManifest(backup)
  const folder = dataFolderAt()
  openDataFolder(folder)
  const lock = await holdDataFolder(folder)
  try {
    const { authSecret } = JSON.parse(fs.readFileSync(path.join(backup, 'secrets.json'), 'utf8')) as {
      authSecret: string
    }
    const isAdopted = adoptSecret(folder, authSecret)
    const context = { root, env: process.env, signal: new AbortController().signal }
    await prepareClient(context)
    const secrets = ensureSecrets(folder)
    const database = process.env.DATABASE_URL ? undefined : await openDatabase(folder, secrets)
    const databaseUrl = process.env.DATABASE_URL || (database?.url ?? '')
    try {
      const env = childEnv({ folder, secrets, databaseUrl, port: 0, workerPort: 0, isDev: false })
      const args = ['--import', 'tsx', 'server/backup/run.ts', 'restore', backup]
      const said = await step('Restoring', () => runNode(args, 'Restoring', { ...context, env }))
      console.log(said.trim())
    } finally {
      await database?.stop()
    }
    if (!isAdopted || process.env.AUTH_SECRET)
      console.log('The secret of this house stays as it is: people sign in again if the backup was made under another.')
    console.log('npm start opens the house, and brings its tables to this release.')
  } finally {
    lock.release()
  }
})
