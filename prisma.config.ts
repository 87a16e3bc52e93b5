import path from 'node:path'
import { defineConfig } from 'prisma/config'
import { dataFolderAt } from './launcher/data-folder'
import { runningDatabaseUrl } from './launcher/open-database'

const root = import.meta.dirname

// Prisma would download a native engine even to generate the client. Windows cannot start a script as a program, so
// there it still does.
if (process.platform !== 'win32') {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(root, 'prisma/engine/schema-engine.mjs')
}

/** Past any pooler, which would lose the lock under which migrations run. Without DATABASE_URL: the embedded database, if it runs. `prisma generate` needs none. */
const databaseUrl =
  process.env.DATABASE_DIRECT_URL ||
  process.env.DATABASE_URL ||
  runningDatabaseUrl(dataFolderAt()) ||
  'postgresql://not-running@127.0.0.1:1/vernissage'

export default defineConfig({
  schema: path.join(root, 'prisma/schema'),
  migrations: { path: path.join(root, 'prisma/migrations'), seed: 'tsx prisma/seed/run.ts' },
  datasource: { url: databaseUrl },
})
