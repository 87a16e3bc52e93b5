/** `npm test`, second stage: every kind of test, one after the other, and one line at the end. */
import path from 'node:path'
import { StartError } from '../server/platform/embedded-postgres/errors'
import { prepareClient } from './prepare-code'
import { auditDependencies } from './testing/audit-dependencies'
import { type RedisServer, startRedis } from './testing/redis-server'
import { checkTypes, lint, runDrills, runEndToEnd, runTraining, runVitest } from './testing/suites'
import { addTallies, NOTHING, summaryLine, type Tally } from './testing/tally'
import { testsIn, type VitestReport } from './testing/vitest-report'

/** Tests of what has two back ends, which are run on each. */
const TWO_BACK_ENDS = '.backends.int.test.ts'
/** The product's story, told on each back end, too. */
const STORY = 'story'

const root = path.resolve(import.meta.dirname, '..')
const tallies: Tally[] = []

process.once('SIGTERM', () => process.exit(143))
await prepareClient({ root, env: process.env, signal: new AbortController().signal })
await runAll()
process.exit(conclude())

async function runAll() {
  await part('Lint', () => lint(root))
  await part('Types', () => checkTypes(root))
  await part('Dependencies', () => auditDependencies(root))
  await part('Unit tests', async () => (await runVitest({ root, project: 'unit' })).tally)
  let report: VitestReport | undefined
  await part('Integration tests', async () => {
    const run = await runVitest({ root, project: 'integration' })
    report = run.report
    return run.tally
  })
  await withRedis(async (redis) => {
    await part('Integration tests on Redis', () => integrationOnRedis(redis, report))
    await part('End-to-end tests', () => runEndToEnd({ root }))
    await part('The story on Redis', async () =>
      redis ? runEndToEnd({ root, filter: STORY, redisUrl: redis.url }) : withoutRedis(['The story']),
    )
  })
  await part('Drills', () => runDrills(root))
  await part('Training', () => runTraining(root))
}

/** Runs one kind of tests under a heading. One that cannot be run at all counts as one failure. */
async function part(title: string, work: () => Promise<Tally> | Tally) {
  console.log(`\n── ${title}`)
  try {
    tallies.push(await work())
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error)
    tallies.push({ ...NOTHING, failed: [title] })
  }
}

async function withRedis(work: (redis: RedisServer | undefined) => Promise<void>) {
  const redis = await startRedis()
  try {
    await work(redis)
  } finally {
    await redis?.stop()
  }
}

async function integrationOnRedis(redis: RedisServer | undefined, report: VitestReport | undefined): Promise<Tally> {
  if (!redis) return withoutRedis(report ? testsIn(report, /\.backends\.int\.test\.ts$/) : [])
  return (await runVitest({ root, project: 'integration', filter: TWO_BACK_ENDS, redisUrl: redis.url })).tally
}

function withoutRedis(names: string[]): Tally {
  return { ...NOTHING, skipped: names.map((name) => `${name} (on Redis: no redis-server on this machine)`) }
}

/** Prints what was skipped, what failed, and the one last line; returns the exit code. */
function conclude(): number {
  const total = addTallies(tallies)
  console.log('')
  for (const name of total.skipped) console.log(`skipped: ${name}`)
  for (const name of total.failed) console.log(`failed: ${name}`)
  console.log(summaryLine(total))
  return total.failed.length === 0 ? 0 : 1
}
