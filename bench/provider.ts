import { availableParallelism } from 'node:os'
import type { InferenceSession } from 'onnxruntime-node'
import { findModels } from '@/worker/painter/find-models'
import { openSession } from '@/worker/painter/open-session'
import { createPainter, type Painter } from '@/worker/painter/painter'
import { difference, encodeTestPhoto, orderOf } from '@/worker/painter/testing/orders'
import type { PaintRequest } from '@/worker/painter/thread-messages'
import { type BenchRow, type BenchTable, bareRun } from './painter'

export interface ProviderWishes {
  /** An encoded picture; one made up where left out. */
  photo?: Uint8Array
  /** Long side of the plainest painting; smaller where a slow provider is only to be tried. HD is four times it. */
  side?: number
  rounds?: number
  batches?: number[]
  /** Milliseconds after which nothing new is begun: a machine with a card may be lent for a minute alone. */
  withinMs?: number
  onRow?: (row: BenchRow) => void
  onPaintings?: (name: string, own: Uint8Array, processors: Uint8Array) => void
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
const clock = async (work: () => Promise<unknown>) => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function usual(rounds: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  // The first round warms up.
  for (let round = 0; round <= rounds; round++) times.push(await clock(work))
  return median(times.length > 1 ? times.slice(1) : times)
}

/** Greatest difference of two runs of the network, whose values lie in 0..1. */
async function greatestDifference(runs: (() => Promise<InferenceSession.ReturnType>)[]): Promise<number> {
  const [a, b] = await Promise.all(runs.map(async (run) => (await run()).image?.data as Float32Array))
  return a && b ? a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] as number))), 0) : Number.NaN
}

/**
 * Painting with another execution provider, each row against the processor of the same machine in the same run: the bare network in
 * batches, then orders from the encoded photo to the encoded painting.
 */
export async function benchProvider(wanted: string, wishes: ProviderWishes = {}): Promise<BenchTable> {
  const { side = 512, rounds = 5, batches = [1, 4, 16], withinMs = Number.POSITIVE_INFINITY } = wishes
  const photo = wishes.photo ?? (await encodeTestPhoto(1600, 1200))
  const threads = Math.min(8, availableParallelism())
  const until = performance.now() + withinMs
  const rows: BenchRow[] = []
  const tell = (name: string, value: number, baseline: number, unit = 'ms') => {
    const row = { name, value, unit, baseline, ratio: value / baseline }
    rows.push(row)
    wishes.onRow?.(row)
  }
  const isLate = () => performance.now() > until

  const [model] = (await findModels()).models
  const [bytes, code] = [await model?.read('stylizer'), model?.styles[0]?.broad]
  if (!bytes || !code) throw new Error('The house has no model to paint with.')
  const opened = await openSession(bytes, [wanted], threads)
  if (opened.provider === 'cpu') throw new Error(opened.notes.join(' '))
  const processor = await openSession(bytes, ['cpu'], threads)
  for (const batch of batches) {
    if (isLate()) break
    const own = await bareRun(opened.session, photo, code, batch, side)
    const processors = await bareRun(processor.session, photo, code, batch, side)
    const [value, baseline] = [await usual(rounds, own), await usual(batch > 4 ? 1 : rounds, processors)]
    tell(`bare network, ${side} px, ${batch} in one run, each`, value / batch, baseline / batch)
    if (batch === 1)
      tell('greatest difference of its values', await greatestDifference([own, processors]), 1 / 255, 'of 1')
  }
  await opened.session.release()
  await processor.session.release()

  const begin = (provider: string) => createPainter({ threads, providers: [provider] })
  const painters: Painter[] = []
  const paint = (painter: Painter, changes: Partial<PaintRequest> = {}) =>
    painter.paint(orderOf(painter, photo, { longSide: side, ...changes }))
  const starts: number[] = []
  for (const provider of [wanted, 'cpu']) {
    starts.push(
      await clock(async () => {
        const painter = await begin(provider)
        painters.push(painter)
        await paint(painter)
      }),
    )
  }
  tell(`start to first painting, ${side} px`, starts[0] as number, starts[1] as number)
  const orders: [string, Partial<PaintRequest>, number][] = [
    [`${side} px`, {}, rounds],
    [`${side * 1.5} px`, { longSide: side * 1.5 }, rounds],
    [`master, ${side} px`, { quality: 'MASTER' }, 1],
    [`${side * 4} px`, { longSide: side * 4 }, 1],
  ]
  for (const [name, changes, times] of orders) {
    if (isLate()) break
    const found: { ms: number; webp: Uint8Array }[] = []
    for (const painter of painters) {
      const webps: Uint8Array[] = []
      const ms = await usual(times, async () => webps.push((await paint(painter, changes)).picture))
      found.push({ ms, webp: webps[0] as Uint8Array })
    }
    const [own, processors] = found
    if (!own || !processors) break
    tell(`photo to painting, ${name}`, own.ms, processors.ms)
    tell('mean difference of the two', await difference(own.webp, processors.webp), 1, 'of 255')
    wishes.onPaintings?.(name, own.webp, processors.webp)
  }
  for (const painter of painters) await painter.close()
  return { title: `Painting on ${wanted}; the baseline is the processor with ${threads} threads`, rows }
}
