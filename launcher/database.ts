/**
 * `tsx launcher/database.ts [start|stop|url]`: the embedded database by itself, for `prisma migrate dev` and the like.
 * `start` (the default) leaves it running and prints its URL.
 */
import { StartError } from '../server/platform/embedded-postgres/errors'
import { readPostmaster } from '../server/platform/embedded-postgres/postmaster-file'
import { stopPostgres } from '../server/platform/embedded-postgres/stop'
import { dataFolderAt, openDataFolder } from './data-folder'
import { openDatabase, runningDatabaseUrl } from './open-database'
import { ensureSecrets } from './secrets'

async function main(command: string) {
  const folder = dataFolderAt()
  if (command === 'stop') {
    const postmaster = readPostmaster(folder.cluster)
    if (postmaster) await stopPostgres(folder.cluster, postmaster.pid)
    return
  }
  if (command === 'url') {
    const url = runningDatabaseUrl(folder)
    if (!url)
      throw new StartError(`No database runs in ${folder.root}: start it with \`npx tsx launcher/database.ts\`.`)
    console.log(url)
    return
  }
  openDataFolder(folder)
  const database = await openDatabase(folder, ensureSecrets(folder))
  console.log(database.url)
}

await main(process.argv[2] ?? 'start').catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : error)
  process.exitCode = 1
})
