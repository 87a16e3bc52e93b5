import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { makeArtwork, makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { env } from '@/server/platform/env'
import { completeOrder } from '@/server/portraits/complete-order'
import { claimed, makeMaster, newOrder, painting } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { producer } from '@/server/queue/producer'
import { reportPresence } from '@/server/workers/report-presence'
import { type HouseFigures, readHouseFigures } from './house-figures'
import { refreshQueueJobs } from './queue-jobs'
import { beforeScrape, scrape } from './scrape'

const opened: HouseFigures[] = []

/** A scrape that looks at the database now. */
async function scrapeAnew(): Promise<string[]> {
  const figures = readHouseFigures()
  opened.push(figures)
  beforeScrape('house figures', figures.refresh)
  return (await scrape()).split('\n')
}

/** The first scrape that finds the database awake: on a busy machine its second may not be enough. */
async function scrapeAwake(): Promise<string[]> {
  let lines: string[] = []
  const look = async () => {
    lines = await scrapeAnew()
    return lines.includes('vernissage_database_up 1') && lines.some((line) => line.startsWith('vernissage_likes '))
  }
  await expect.poll(look, { timeout: 30_000 }).toBe(true)
  return lines
}

const soon = new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 3_600_000)
const databaseUrl = new URL(env.DATABASE_URL)
const database = databaseUrl.pathname.slice(1)

async function administer(...statements: string[]): Promise<void> {
  const url = new URL(databaseUrl)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

beforeAll(async () => {
  // A server whose clock shows another zone than that of the timestamps.
  await administer(`ALTER DATABASE ${database} SET timezone = 'Asia/Shanghai'`)
  await prepareQueue()
  beforeScrape('queue jobs', refreshQueueJobs)
  await makeMaster('test-style', 0)
  const viewer = await makePerson()
  const finished = await newOrder(viewer)
  await completeOrder(await claimed(finished.id), await painting())
  await newOrder(viewer)
  await claimed((await newOrder(viewer, { quality: 'MASTER' })).id)
  await db.exhibition.createMany({
    data: [
      { slug: 'soon', titleEn: 'Soon', titleZh: 'Soon', status: 'SCHEDULED', opensAt: soon },
      { slug: 'later', titleEn: 'Later', titleZh: 'Later', status: 'SCHEDULED', opensAt: new Date(+soon + 3_600_000) },
      { slug: 'past', titleEn: 'Past', titleZh: 'Past', status: 'SCHEDULED', opensAt: new Date(+soon - 9_000_000) },
      { slug: 'draft', titleEn: 'Draft', titleZh: 'Draft', opensAt: new Date(+soon - 60_000) },
    ],
  })
  await makeArtwork({ likeCount: 3 })
  await makeArtwork({ likeCount: 4 })
  await makeArtwork({ likeCount: 9, visibility: 'PRIVATE' })
  const model = { modelName: 'house', modelVersion: '1.0.0', provider: 'cpu', secondsPerMegapixel: null, notes: [] }
  await reportPresence({ id: 'a', ...model })
  await reportPresence({ id: 'b', ...model })
})
afterEach(() => Promise.all(opened.splice(0).map((figures) => figures.close().catch(() => {}))))
afterAll(() => producer().close())

it('tells what waits, who works and what hangs', async () => {
  const lines = await scrapeAwake()
  expect(lines).toEqual(
    expect.arrayContaining([
      'vernissage_database_up 1',
      'vernissage_orders{status="queued",quality="painting"} 1',
      'vernissage_orders{status="painting",quality="master"} 1',
      'vernissage_workers{model="house 1.0.0",provider="cpu"} 2',
      'vernissage_portraits_painted 1',
      'vernissage_works_visible 2',
      'vernissage_likes 7',
      `vernissage_next_opening_timestamp_seconds ${+soon / 1_000}`,
      'vernissage_outbox_entries 0',
    ]),
  )
  expect(lines.filter((line) => line.startsWith('vernissage_database_connections{pool="others"'))).toHaveLength(2)
  const age = lines.find((line) => line.startsWith('vernissage_oldest_order_age_seconds{status="queued"}'))
  const seconds = Number(age?.split(' ')[1])
  // Not eight hours.
  expect(seconds > 0 && seconds < 3_600).toBe(true)
  expect(
    lines.filter((line) => /^vernissage_queue_jobs\{state="(waiting|prioritized)"\} [1-9]/.test(line)),
  ).not.toEqual([])
})

it('answers without figures, rather than with old ones, while a lock holds the tables', async () => {
  const holder = new pg.Client({ connectionString: env.DATABASE_URL })
  await holder.connect()
  await holder.query('BEGIN; LOCK TABLE "PortraitOrder" IN ACCESS EXCLUSIVE MODE')
  const lines = await scrapeAnew()
  await holder.query('ROLLBACK')
  await holder.end()
  expect(lines).toContain('vernissage_database_up 0')
  expect(lines.filter((line) => /^vernissage_(orders\{|portraits_painted)/.test(line))).toEqual([])
})

it('answers while PostgreSQL takes no connections, and has its figures back afterwards', async () => {
  await administer(
    `ALTER DATABASE ${database} ALLOW_CONNECTIONS false`,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}'`,
  )
  const lines = await scrapeAnew()
  await administer(`ALTER DATABASE ${database} ALLOW_CONNECTIONS true`)
  expect(lines).toContain('vernissage_database_up 0')
  expect(await scrapeAwake()).toContain('vernissage_works_visible 2')
})
