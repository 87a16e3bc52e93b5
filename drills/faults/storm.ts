import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { asAnotherFile } from '@/server/storage/testing/as-another-file'
import type { Drill } from '../drill'
import { checkHistory } from '../history/check-history'
import { History } from '../history/history'
import { anyStyle, publicWorks, until } from '../house/ask'
import { paint } from '../house/paint'
import { jsonOf, send } from '../house/send'
import { newPhoto, Visitor } from '../house/visitor'
import { Figures } from '../load/figures'
import { startMarkLoad } from '../load/mark-load'
import { conclude, seconds } from './conclude'

const WISHED_RATE = 1_000
/** Calls under way at once, at most: what comes beyond them is not sent, and told. */
const MOST_OPEN = 400
const TICK_MS = 10
const CALLERS = 32
/** The part of what the machine can do at most that the storm then is: a queue in the generator would measure itself. */
const SUSTAINED_SHARE = 0.7
/** Beside those who order others like and keep works, and an artist hangs portraits: nothing of it may be lost either. */
const MARKERS = 12
const MARK_PAUSE_MS = 250
const HUNG = 3

export const storm: Drill = {
  name: 'storm',
  title: '1000 orders a second at the admission door',
  expected:
    'no 500 and no call without an answer; rungs walk up and down again; nobody accepted is forgotten; p99 is told, not judged',
  backEnds: ['postgres', 'redis'],
  needsMachine: true,
  async run({ isLong, ownHouse }) {
    // In the short form the ladder is a tenth as high, so that it can be walked both ways in seconds.
    const ladder = { ADMISSION_THRESHOLDS: '1,3,6,12', ADMISSION_DOWN_SECONDS: '1' }
    const house = await ownHouse({
      env: { ...(isLong ? { ADMISSION_THRESHOLDS: '10,30,60,120' } : ladder), LOG_LEVEL: 'error' },
    })
    const history = new History()
    const base = () => house.urls[0] ?? ''
    const style = await anyStyle(house)
    const artworks = await publicWorks(house, 12)
    const [work = ''] = artworks
    const artist = await new Visitor(base, history).signUp()
    const portraits = await paint(house, artist, HUNG)
    const people: Visitor[] = []
    for (let index = 0; index < (isLong ? 300 : 60); index++) people.push(await new Visitor(base, history).comeIn(work))
    const photos: Buffer[] = []
    for (let index = 0; index < 200; index++) photos.push(await newPhoto())

    let sent = 0
    const figures = new Figures()
    const order = async (seen: Figures) => {
      const picture = photos[sent % photos.length] ?? Buffer.alloc(0)
      const person = people[sent % people.length]
      sent += 1
      // Everybody brings a file of their own; the strength makes of few pictures as many different orders as there are calls.
      const photo = asAnotherFile(picture, randomUUID())
      const { answer } = (await person?.order(style, { photo, strength: 1 - (sent % 9_999) / 20_000 })) ?? {}
      if (answer) seen.note(answer)
    }
    const rungs = watchRungs(base())
    const marks = await startMarkLoad({ base, history, artworks, people: MARKERS, pauseMs: MARK_PAUSE_MS })
    // The first seconds belong to a cold house and an open door; the storm comes to a warm one that has walked up its ladder.
    await closedLoop(() => order(new Figures()), CALLERS, 5_000)
    const reach = await closedLoop(() => order(new Figures()), CALLERS, 3_000)
    const rate = Math.min(WISHED_RATE, Math.round(reach * SUSTAINED_SHARE))
    const storming = openLoop(() => order(figures), rate, isLong ? 60_000 : 10_000)
    for (const portrait of portraits) await artist.hang(portrait)
    const { asked, dropped } = await storming
    await marks.stop()
    const calmLimitMs = isLong ? 400_000 : 60_000
    const isCalm = await until(async () => rungs.now() === 0, calmLimitMs, 250)
    await rungs.stop()
    const verdict = await checkHistory(house, history, { mayBeUnfinished: true })
    const accepted = history.acceptedOrders().length
    const [open = { count: 0 }] = await house.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM "PortraitOrder" WHERE "status" IN ('QUEUED', 'PAINTING')`,
    )
    const walked = rungs.walked()
    return conclude(
      [Math.max(...walked) > 0, isCalm === true, figures.between(500) === 0, figures.between(0) === 0],
      `${asked} orders at ${rate} a second (this machine reaches ${Math.round(reach)} of the 1000, generator included${dropped > 0 ? `; ${dropped} not sent` : ''}): ` +
        `p50 ${figures.percentile(0.5)} ms, p99 ${figures.percentile(0.99)} ms; ${figures.between(202)} accepted, ${figures.between(503)} 503, ` +
        `${figures.between(429)} 429, ${figures.between(500)} 500, ${figures.between(0)} none; rungs ${walked.join(' ')}; ` +
        `${marks.acknowledged()} likes and favourites acknowledged beside; ${accepted} accepted in all, ${open.count} of them still waiting${isCalm ? '' : `; not calm after ${seconds(calmLimitMs)}`}`,
      verdict,
    )
  },
}

/** So many callers who ask again as soon as they are answered. @returns calls a second */
async function closedLoop(call: () => Promise<void>, callers: number, ms: number): Promise<number> {
  let done = 0
  const began = performance.now()
  const caller = async () => {
    while (performance.now() - began < ms) {
      await call()
      done += 1
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  return done / ((performance.now() - began) / 1000)
}

/** Calls at a rate, whatever the answers take, as strangers come. */
async function openLoop(call: () => Promise<void>, rate: number, ms: number) {
  const open = new Set<Promise<void>>()
  let [asked, dropped] = [0, 0]
  const began = performance.now()
  while (performance.now() - began < ms) {
    for (const due = ((performance.now() - began) / 1000) * rate; asked + dropped < due; ) {
      if (open.size >= MOST_OPEN) dropped += 1
      else {
        asked += 1
        const calling = call().finally(() => open.delete(calling))
        open.add(calling)
      }
    }
    await sleep(TICK_MS)
  }
  await Promise.all(open)
  return { asked, dropped }
}

/** Looks at the rung as visitors see it, four times a second. */
function watchRungs(base: string) {
  const walked = [0]
  const stopping = new AbortController()
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      const { rung } = jsonOf(await send({ method: 'GET', url: `${base}/api/admission` }, false))
      if (typeof rung === 'number' && rung !== walked.at(-1)) walked.push(rung)
      await sleep(250)
    }
  })()
  return {
    now: () => walked.at(-1),
    walked: () => walked,
    stop: async () => {
      stopping.abort()
      await watching
    },
  }
}
