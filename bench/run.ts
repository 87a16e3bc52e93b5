import { mkdir, writeFile } from 'node:fs/promises'
import startProduct from '../e2e/support/start-product'
import { copyDatabase } from '../server/platform/embedded-postgres/testing/copy-database'
import { startTestServer } from '../server/platform/embedded-postgres/testing/test-server'
import { type BenchTable, benchPainter } from './painter'
import { benchWeb } from './web'

const number = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2))

function print({ title, rows }: BenchTable) {
  console.log(`\n${title}`)
  console.table(
    rows.map(({ name, value, unit, baseline, ratio }) => ({
      what: name,
      value: number(value),
      unit,
      baseline: number(baseline),
      ratio: ratio.toFixed(2),
    })),
  )
}

async function benchProduct(): Promise<BenchTable> {
  const stop = await startProduct()
  try {
    return await benchWeb(String(process.env.E2E_BASE_URL))
  } finally {
    await stop?.()
  }
}

/** The queue on a PostgreSQL started for it, so that no other worker takes its jobs; on Redis too where REDIS_URL is set. */
async function benchQueueApart(): Promise<BenchTable> {
  const server = await startTestServer()
  try {
    Object.assign(process.env, {
      DATABASE_URL: await copyDatabase(server.templateUrl),
      AUTH_SECRET: 'x'.repeat(32),
      LOG_LEVEL: 'silent',
    })
    // Only now, since it reads its settings when it is loaded.
    const { benchQueue } = await import('./queue')
    return await benchQueue()
  } finally {
    await server.stop()
  }
}

const all = ['painter', 'web', 'queue']
const wanted = process.argv.slice(2).length > 0 ? process.argv.slice(2) : all
const unknown = wanted.filter((name) => !all.includes(name))
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are ${all.join(', ')}.`)
  process.exit(1)
}
const benches = { painter: benchPainter, web: benchProduct, queue: benchQueueApart }
const tables: BenchTable[] = []
for (const name of wanted) tables.push(await benches[name as keyof typeof benches]())
for (const table of tables) print(table)
await mkdir('artifacts', { recursive: true })
await writeFile('artifacts/bench.json', `${JSON.stringify(tables, null, 2)}\n`)
console.log('artifacts/bench.json')
process.exit(0)
