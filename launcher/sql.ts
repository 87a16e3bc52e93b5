/** `npm run sql -- "SELECT …"`: asks the house's database, open or closed. The bundled PostgreSQL brings no psql. */
import { openClient } from '../server/backup/open-client'
import { StartError } from '../server/platform/embedded-postgres/errors'
import { dataFolderAt } from './data-folder'
import { withHouseDatabase } from './house-database'
import { runCommandLine } from './run-command-line'

await runCommandLine(async () => {
  const [sql] = process.argv.slice(2)
  if (!sql) throw new StartError('Which question? npm run sql -- "SELECT count(*) FROM \\"PortraitOrder\\""')
  const rows = await withHouseDatabase(dataFolderAt(), async (url) => {
    const client = await openClient(url)
    return client.query(sql).finally(() => client.end())
  })
  if (rows.length > 0) console.table(rows)
  else console.log('No rows.')
})
