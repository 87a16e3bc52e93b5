/** `npm run backup [-- FOLDER] [--keep N]` and `npm run backup -- --verify BACKUP`: see docs/backup.md. */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { verifyChecksums } from '../server/backup/checksums'
import { readManifest } from '../server/backup/manifest'
import { StartError } from '../server/platform/embedded-postgres/errors'
import { childEnv } from './child-env'
import { dataFolderAt } from './data-folder'
import { withHouseDatabase } from './house-database'
import { prepareClient } from './prepare-code'
import { step } from './progress.mjs'
import { runNode } from './run-command'
import { runCommandLine } from './run-command-line'
import { ensureSecrets } from './secrets'

const root = path.resolve(import.meta.dirname, '..')
const signal = new AbortController().signal
const { values, positionals } = parseArgs({
  options: { keep: { type: 'string' }, verify: { type: 'string' } },
  allowPositionals: true,
})

async function verify(backup: string) {
  const { takenAt, release } = await readManifest(backup)
  const count = await step('Reading every file', () => verifyChecksums(backup))
  console.log(`The backup of ${takenAt}, made by release ${release}, is whole: ${count} files.`)
}

async function backUp() {
  const folder = dataFolderAt()
  const target = path.resolve(positionals[0] ?? path.join(folder.root, 'backups'))
  const { keep } = values
  if (keep !== undefined && !/^[1-9]\d*$/.test(keep)) throw new StartError('--keep wants a number, 1 or more.')
  await prepareClient({ root, env: process.env, signal })
  const said = await withHouseDatabase(folder, (databaseUrl) => {
    const env = childEnv({ folder, secrets: ensureSecrets(folder), databaseUrl, port: 0, workerPort: 0, isDev: false })
    const args = ['--import', 'tsx', 'server/backup/run.ts', 'backup', target, ...(keep ? [keep] : [])]
    return step('Backing up', () => runNode(args, 'Backing up', { root, env, signal }))
  })
  console.log(said.trim())
  if (path.dirname(target) === folder.root) {
    console.log('It lies on the same disk as the house: copy it to another machine, or name a folder there.')
  }
}

await runCommandLine(() => (values.verify === undefined ? backUp() : verify(path.resolve(values.verify))))
