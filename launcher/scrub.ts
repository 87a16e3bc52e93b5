/** `npm run scrub [-- --deep] [--look]`: no row may point at nothing, and no file may lie there that no row needs. `--deep` reads every file; `--look` removes nothing. */
import path from 'node:path'
import { childEnv } from './child-env'
import { dataFolderAt } from './data-folder'
import { withHouseDatabase } from './house-database'
import { prepareClient } from './prepare-code'
import { runNode } from './run-command'
import { runCommandLine } from './run-command-line'
import { ensureSecrets } from './secrets'

const root = path.resolve(import.meta.dirname, '..')

await runCommandLine(async () => {
  const folder = dataFolderAt()
  const signal = new AbortController().signal
  await prepareClient({ root, env: process.env, signal })
  const said = await withHouseDatabase(folder, (databaseUrl) => {
    const env = childEnv({ folder, secrets: ensureSecrets(folder), databaseUrl, port: 0, workerPort: 0, isDev: false })
    const args = ['--import', 'tsx', 'server/storage/run-scrub.ts', ...process.argv.slice(2)]
    return runNode(args, 'Comparing rows and files', { root, env, signal })
  })
  console.log(said.trim())
})
