import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus } from 'node:os'
import { parseArgs, promisify } from 'node:util'
import startProduct from '../e2e/support/start-product'
import { startRedis } from '../launcher/testing/redis-server'
import { layOut } from '../lib/hanging/lay-out'
import type { Plan } from '../lib/hanging/plan'
import { type Bounds, boundsOf } from '../lib/hanging/walls'
import { benchBrowsing } from './browsing'
import { benchChanges } from './changes'
import { benchCold } from './cold'
import { benchDoor } from './door'
import { benchHall } from './hall/run'
import { benchOrders } from './orders'
import { benchPages } from './pages'
import { type BenchTable, benchPainter } from './painter'
import { readJson } from './place-order'
import { collectOnSignal, findWeb } from './process-figures'
import { benchProvider } from './provider'
import { showArtist } from './show-artist'
import { benchSockets } from './sockets'
import { benchWeb } from './web'
import { withDatabase } from './with-database'

const number = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2))
/** Empty where there is none; a number that is none comes from another process as null. */
const known = (value: number | null, say = number) => (value !== null && Number.isFinite(value) ? say(value) : '')

function print({ title, rows }: BenchTable) {
  console.log(`\n${title}`)
  console.table(
    rows.map(({ name, value, unit, baseline, ratio, goal, isMet }) => ({
      what: name,
      value: known(value),
      unit,
      baseline: known(baseline),
      ratio: known(ratio, (share) => share.toFixed(2)),
      goal: goal ?? '',
      kept: isMet === undefined ? '' : isMet ? 'yes' : 'no',
    })),
  )
}

/** Shows a table as soon as it is measured; a bench that fails is told, and the others go on. */
async function shown(bench: () => Promise<BenchTable>): Promise<BenchTable[]> {
  try {
    const table = await bench()
    print(table)
    return [table]
  } catch (error) {
    console.error(error)
    process.exitCode = 1
    return []
  }
}

interface Running {
  base: string
  /** The web process. */
  pid: number
  slug: string
  artworkIds: string[]
  /** Metres that the exhibition's rooms cover. */
  bounds: Bounds
}

interface ExhibitionAnswer {
  rooms: { plan: Plan; hangings: { artwork: { id: string } }[] }[]
}

/**
 * The product as people start it, but for the limits of what one address may ask, since most load comes from one; it believes who says
 * that they come from another, and collects its garbage when told to.
 */
async function withProduct(benches: ((running: Running) => Promise<BenchTable>)[]): Promise<BenchTable[]> {
  const unlimited = {
    ORDERS_PER_MINUTE: '10000',
    ORDER_REQUESTS_PER_SECOND: '1000000',
    API_REQUESTS_PER_SECOND: '1000000',
    SOCKETS_PER_ADDRESS: '1000000',
    TRUSTED_PROXIES: '1',
    NODE_OPTIONS: collectOnSignal,
  }
  Object.assign(process.env, unlimited)
  const stop = await startProduct()
  const tables: BenchTable[] = []
  try {
    const base = String(process.env.E2E_BASE_URL)
    const { exhibitions } = await readJson<{ exhibitions: { slug: string }[] }>(`${base}/api/exhibitions`)
    const slug = exhibitions[0]?.slug ?? ''
    const { rooms } = await readJson<ExhibitionAnswer>(`${base}/api/exhibitions/${slug}`)
    const artworkIds = rooms.flatMap(({ hangings }) => hangings.map(({ artwork }) => artwork.id))
    const bounds = boundsOf(layOut(rooms.map(({ plan }) => plan)))
    const running = { base, pid: findWeb(), slug, artworkIds, bounds }
    for (const bench of benches) tables.push(...(await shown(() => bench(running))))
  } finally {
    await stop?.()
    // The next one starts a product of its own, unless one was named from outside.
    if (stop) delete process.env.E2E_BASE_URL
  }
  return tables
}

/** A script that says its table, in a process of its own, since it reads its settings when it is loaded. */
async function runScript<Said = BenchTable>(script: string, env: Record<string, string>): Promise<Said> {
  const common = { AUTH_SECRET: 'x'.repeat(32), LOG_LEVEL: 'silent' }
  const { REDIS_URL: _otherwise, REDIS_CACHE_URL: _either, ...surroundings } = process.env
  const options = { env: { ...surroundings, ...common, ...env } }
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], options)
  return JSON.parse(stdout)
}

/** On a PostgreSQL of its own, which like the house's keeps what it commits. */
function runApart(script: string, env: Record<string, string> = {}): Promise<BenchTable> {
  return withDatabase((DATABASE_URL) => runScript(script, { DATABASE_URL, ...env }), [])
}

/** Every list in a large house; one that reads a large table from end to end fails the run. */
async function lists(): Promise<BenchTable[]> {
  const tables = await withDatabase(
    (DATABASE_URL) => runScript<BenchTable[]>('bench/lists/run.ts', { DATABASE_URL }),
    [],
  )
  for (const table of tables) print(table)
  if (tables.some(({ rows }) => rows.some(({ isMet }) => isMet === false))) process.exitCode = 1
  return tables
}

/** The queue on both back ends; on Redis where there is one to be had. */
async function benchQueues(): Promise<BenchTable[]> {
  const onPostgres = await shown(() => runApart('bench/queue.ts'))
  const redis = await startRedis()
  if (!redis) return onPostgres
  try {
    return [...onPostgres, ...(await shown(() => runApart('bench/queue.ts', { REDIS_URL: redis.url })))]
  } finally {
    await redis.stop()
  }
}

const pageOf = ({ base, slug }: Running) => `${base}/exhibitions/${slug}`
const cold = ({ base, pid, slug, artworkIds }: Running) => benchCold(base, pid, slug, artworkIds)
const changes = ({ base, pid, artworkIds }: Running) => benchChanges(base, pid, artworkIds[0] ?? '')
const web = (running: Running) => benchWeb(running.base, pageOf(running), running.artworkIds[0] ?? '')
const orders = ({ base }: Running) => benchOrders(base)
const door = ({ base, artworkIds }: Running) => benchDoor(base, artworkIds[0] ?? '')
const sockets = ({ base, pid, artworkIds }: Running) => benchSockets(base, pid, { artworkIds })
/** The same with presence. */
const presence = ({ base, pid, artworkIds, slug, bounds }: Running) =>
  benchSockets(base, pid, { artworkIds, hall: { slug, ...bounds } })
const pages = async ({ base, slug, artworkIds }: Running) =>
  benchPages(base, [
    { name: 'home', path: '/' },
    { name: 'exhibition', path: `/exhibitions/${slug}` },
    { name: 'work', path: `/works/${artworkIds[0]}` },
    { name: 'artist', path: await showArtist(base) },
    { name: 'sign-in', path: '/sign-in', isUnlisted: true },
  ])
const browsing = (running: Running) => benchBrowsing(running.base, pageOf(running))
/** Likes on a PostgreSQL that keeps what it commits, since waiting for the disk is what they are about. */
const likes = () => shown(() => runApart('bench/likes.ts'))

const { values, positionals: given } = parseArgs({ allowPositionals: true, options: { provider: { type: 'string' } } })

const benches: Record<string, () => Promise<BenchTable[]>> = {
  // With --provider webgpu (or another) that one against the processor.
  painter: () => shown(() => (values.provider ? benchProvider(values.provider) : benchPainter())),
  web: () => withProduct([web]),
  cold: () => withProduct([cold]),
  changes: () => withProduct([changes]),
  orders: () => withProduct([orders]),
  door: () => withProduct([door]),
  // Each on a fresh process: memory that others used would count as idle.
  sockets: async () => [...(await withProduct([sockets])), ...(await withProduct([presence]))],
  presence: () => withProduct([presence]),
  browsing: () => withProduct([browsing]),
  hall: () => withProduct([({ base }) => benchHall(base)]),
  pages: () => withProduct([pages]),
  queue: benchQueues,
  likes,
  lists,
  // What docs/load.md reports: everything in one go, on one machine. Sockets on a fresh process: memory that others used would count as idle.
  load: async () => [
    ...(await withProduct([sockets])),
    ...(await withProduct([presence])),
    ...(await withProduct([web, orders, browsing])),
    ...(await likes()),
    ...(await benchQueues()),
  ],
}
if (values.provider && !given.includes('painter')) {
  console.error('--provider is for the bench `painter`.')
  process.exit(1)
}
const wanted = given.length > 0 ? given : ['painter', 'web', 'queue', 'likes']
const unknown = wanted.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.`)
  process.exit(1)
}
const tables: BenchTable[] = []
for (const name of wanted) tables.push(...((await benches[name]?.()) ?? []))
const machine = { processor: cpus()[0]?.model ?? '', cores: availableParallelism(), node: process.version }
await mkdir('artifacts', { recursive: true })
await writeFile('artifacts/bench.json', `${JSON.stringify({ at: new Date(), machine, tables }, null, 2)}\n`)
console.log('artifacts/bench.json')
process.exit()
