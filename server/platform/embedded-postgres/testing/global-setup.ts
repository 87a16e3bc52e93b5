import type { TestProject } from 'vitest/node'
import { startTestServer } from './test-server'

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of a migrated, empty database that is only ever copied. */
    templateUrl: string
  }
}

/** Once for a whole run: one PostgreSQL, and in it the database that every integration test file copies. */
export default async function setup(project: TestProject) {
  const server = await startTestServer()
  project.provide('templateUrl', server.templateUrl)
  return () => server.stop()
}
