import pg from 'pg'
import { makeArtwork, makePerson } from '@/server/artworks/testing/records'
import { setLike } from '@/server/engagement/set-like'
import { db } from '@/server/platform/db'
import { env } from '@/server/platform/env'
import { realtime } from '@/server/realtime/realtime'
import type { BenchTable } from './painter'

/** Requests under way at once, which share the connections of one web process. */
const callers = 256
const people = 1024
/** Both take turns, so that both meet the same machine. */
const rounds = 3
const roundSeconds = 2

function openMeter(ask: (turn: number) => Promise<unknown>) {
  const meter = { done: 0, ms: 0, perSecond: () => meter.done / (meter.ms / 1000), round }
  let turn = 0
  async function round() {
    const began = performance.now()
    const caller = async () => {
      while (performance.now() - began < roundSeconds * 1000) {
        await ask(turn++)
        meter.done++
      }
    }
    await Promise.all(Array.from({ length: callers }, caller))
    meter.ms += performance.now() - began
  }
  return meter
}

/** The obvious way: a number, raised in a transaction of its own for each like, and no record of who liked. */
async function openNaive() {
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: env.DATABASE_POOL })
  await pool.query(
    `CREATE TABLE naive (id int PRIMARY KEY, n int NOT NULL CHECK (n >= 0)); INSERT INTO naive VALUES (1, 0)`,
  )
  return { raise: () => pool.query('UPDATE naive SET n = n + 1 WHERE id = 1'), close: () => pool.end() }
}

async function mustBeExact(artworkId: string) {
  const [work, rows] = await Promise.all([
    db.artwork.findUniqueOrThrow({ where: { id: artworkId }, select: { likeCount: true } }),
    db.like.count({ where: { artworkId } }),
  ])
  if (work.likeCount !== rows) throw new Error(`the count says ${work.likeCount}, there are ${rows} likes`)
}

/** Likes of one hot work against the naive counter: the same connections, the same durable database. */
async function benchLikes(): Promise<BenchTable> {
  const artworkId = await makeArtwork()
  const ids: string[] = []
  for (let count = 0; count < people; count++) ids.push((await makePerson('GUEST')).id)
  // Everybody presses again and again: on, off, on.
  const like = (turn: number) =>
    setLike({ personId: ids[turn % people] ?? '', artworkId, liked: Math.floor(turn / people) % 2 === 0 })
  const naive = await openNaive()
  // A first round warms both.
  await openMeter(like).round()
  await openMeter(naive.raise).round()
  const [ours, theirs] = [openMeter(like), openMeter(naive.raise)]
  for (let round = 0; round < rounds; round++) {
    await ours.round()
    await theirs.round()
  }
  const [value, baseline] = [ours.perSecond(), theirs.perSecond()]
  const ratio = value / baseline
  await mustBeExact(artworkId)
  await naive.close()
  await (await realtime()).close()
  return {
    title: `Likes of one work, ${callers} requests at once over ${env.DATABASE_POOL} connections, against UPDATE naive SET n = n + 1`,
    rows: [{ name: 'like, unlike', value, unit: 'likes/s', baseline, ratio, goal: '>= 5', isMet: ratio >= 5 }],
  }
}

/** A process of its own, because a process opens one database only: prints its table as JSON. Usage: DATABASE_URL=... likes.ts */
benchLikes().then(
  (table) => process.stdout.write(JSON.stringify(table), () => process.exit(0)),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
