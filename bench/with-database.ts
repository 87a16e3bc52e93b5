import { copyDatabase } from '../server/platform/embedded-postgres/testing/copy-database'
import { startTestServer } from '../server/platform/embedded-postgres/testing/test-server'

/**
 * A migrated, empty database on a PostgreSQL of its own, for as long as `use` lasts.
 *
 * @param settings as startTestServer takes them: none for a server that keeps what it commits
 */
export async function withDatabase<T>(use: (url: string) => Promise<T>, settings?: string[]): Promise<T> {
  const server = await startTestServer(settings)
  try {
    return await use(await copyDatabase(server.templateUrl))
  } finally {
    await server.stop()
  }
}
