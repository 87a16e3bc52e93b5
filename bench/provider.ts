import { availableParallelism } from 'node:os'
import type { InferenceSession } from 'onnxruntime-node'
import { findModels } from '@/worker/painter/find-models'
import { openSession } from '@/worker/painter/open-session'
import { createPainter, type Painter } from '@/worker/painter/painter'
import { difference, encodeTestPhoto, orderOf } from '@/worker/painter/testing/orders'
import type { PaintRequest } from '@/worker/painter/thread-messages'
import { type BenchRow, type BenchTable, bareRun, median, ROUNDS, SIDE, time } from './painter'

const BATCHES = [1, 4, 8, 16]
/** What, how it is asked for, and how often. */
const ORDERS: [string, Partial<PaintRequest>, number][] = [
  [`${SIDE} px`, { longSide: SIDE }, ROUNDS],
  ['768 px', { longSide: 768 }, ROUNDS],
  [`master, ${SIDE} px`, { longSide: SIDE, quality: 'MASTER' }, 1],
  ['2048 px', { longSide: 2048 }, 1],
]

async function usual(rounds: number, work: () => Promise<unknown>): Promise<number> {
  // To warm up.
  await work()
  const times: number[] = []
  for (let round = 0; round < rounds; round++) times.push(await time(work))
  return median(times)
}

/** Greatest difference of two runs of the network, whose values lie in 0..1. */
async function greatestDifference(runs: (() => Promise<InferenceSession.ReturnType>)[]): Promise<number> {
  const [a, b] = await Promise.all(runs.map(async (run) => (await run()).image?.data as Float32Array))
  return a && b ? a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] as number))), 0) : Number.NaN
}

type Tell = (name: string, value: number, baseline: number, unit?: string) => void

/** The network alone, in batches. */
async function benchNetwork(wanted: string, photo: Uint8Array, threads: number, tell: Tell): Promise<void> {
  const [model] = (await findModels()).models
  const [bytes, code] = [await model?.read('stylizer'), model?.styles[0]?.broad]
  if (!bytes || !code) throw new Error('The house has no model to paint with.')
  const opened = await openSession(bytes, [wanted], threads)
  if (opened.provider === 'cpu')
    throw new Error(opened.notes.join(' ') || 'The processor is what others are measured by.')
  const processor = await openSession(bytes, ['cpu'], threads)
  for (const batch of BATCHES) {
    const own = await bareRun(opened.session, photo, code, { batch })
    const processors = await bareRun(processor.session, photo, code, { batch })
    const [value, baseline] = [await usual(ROUNDS, own), await usual(batch > 4 ? 1 : ROUNDS, processors)]
    tell(`bare network, ${SIDE} px, ${batch} in one run, each`, value / batch, baseline / batch)
    if (batch === 1)
      tell('greatest difference of its values', await greatestDifference([own, processors]), 1 / 255, 'of 1')
  }
  await opened.session.release()
  await processor.session.release()
}

/**
 * Painting with another execution provider, each row against the processor of the same machine in the same run: the bare network in
 * batches, then orders from the encoded photo to the encoded painting.
 */
export async function benchProvider(wanted: string): Promise<BenchTable> {
  const photo = await encodeTestPhoto(1600, 1200)
  const threads = Math.min(8, availableParallelism())
  const rows: BenchRow[] = []
  const tell: Tell = (name, value, baseline, unit = 'ms') =>
    void rows.push({ name, value, unit, baseline, ratio: value / baseline })
  await benchNetwork(wanted, photo, threads, tell)

  const painters: Painter[] = []
  const paint = (painter: Painter, changes: Partial<PaintRequest>) => painter.paint(orderOf(painter, photo, changes))
  const starts: number[] = []
  for (const provider of [wanted, 'cpu']) {
    starts.push(
      await time(async () => {
        const painter = await createPainter({ threads, providers: [provider] })
        painters.push(painter)
        await paint(painter, { longSide: SIDE })
      }),
    )
  }
  tell(`start to first painting, ${SIDE} px`, starts[0] as number, starts[1] as number)
  for (const [name, changes, rounds] of ORDERS) {
    const found: { ms: number; picture: Uint8Array }[] = []
    for (const painter of painters) {
      const pictures: Uint8Array[] = []
      const ms = await usual(rounds, async () => pictures.push((await paint(painter, changes)).picture))
      found.push({ ms, picture: pictures[0] as Uint8Array })
    }
    const [own, processors] = found as [(typeof found)[0], (typeof found)[0]]
    tell(`photo to painting, ${name}`, own.ms, processors.ms)
    tell(`mean difference of the two, ${name}`, await difference(own.picture, processors.picture), 1, 'of 255')
  }
  for (const painter of painters) await painter.close()
  return { title: `Painting on ${wanted}; the baseline is the processor with ${threads} threads`, rows }
}
