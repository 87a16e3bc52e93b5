/**
 * `npm run setup`: brings a database of one's own up to this release, once for each roll-out and before any process of it starts:
 * migrations, the opening collection, the operator. Safe to repeat, and to run twice at once. What `npm start` does by itself.
 */
import path from 'node:path'
import { StartError } from '../server/platform/embedded-postgres/errors'
import { migrate } from './migrate'
import { seed } from './seed'

const root = path.resolve(import.meta.dirname, '..')

async function run() {
  const { DATABASE_URL } = process.env
  if (!DATABASE_URL)
    throw new StartError('DATABASE_URL is not set: name the database that is to be brought up to date.')
  const context = { root, env: process.env, signal: new AbortController().signal }
  await migrate(DATABASE_URL, context)
  const operator = await seed(context)
  if (!operator) {
    if (!process.env.OPERATOR_EMAIL)
      console.log('Where the house has no operator yet, the log of its web process shows where to set it up.')
    return
  }
  console.log(
    `The operator's first sign-in, shown this once:\n  e-mail    ${operator.email}\n  password  ${operator.password}`,
  )
}

run().catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : error)
  process.exit(1)
})
