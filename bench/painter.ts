import { execFile } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type InferenceSession, Tensor } from 'onnxruntime-node'
import sharp from 'sharp'
import type { PortraitQuality } from '@/lib/contracts/portraits'
import { toPlanes } from '@/lib/painting/planar-picture'
import { decodePhoto } from '@/worker/painter/decode-photo'
import { findModels } from '@/worker/painter/find-models'
import { openSession } from '@/worker/painter/open-session'
import { createPainter, type Painter } from '@/worker/painter/painter'
import { encodeTestPhoto, orderOf } from '@/worker/painter/testing/orders'
import type { PaintRequest } from '@/worker/painter/thread-messages'
import { classicNetwork } from './classic-network'

export interface BenchRow {
  name: string
  value: number
  unit: string
  /** What it is held against, in the same unit, measured in the same run. */
  baseline: number
  /** value / baseline. */
  ratio: number
  /** What was promised of the ratio, or of the value where a unit is named; and whether it is kept. */
  goal?: string
  isMet?: boolean
}

export interface BenchTable {
  title: string
  rows: BenchRow[]
}

export const ROUNDS = 15
export const SIDE = 512
/** Long side (px) of what people order. */
const STANDARD = 768
const BATCH = 4

export const time = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

export const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const least = (values: number[]): number => Math.min(...values)

/** A session's run on the tensor that the painter makes of this photo. */
export async function bareRun(
  session: InferenceSession,
  photo: Uint8Array,
  code: Float32Array | null,
  { batch = 1, side = SIDE } = {},
) {
  const { data, width, height } = toPlanes(await decodePhoto(photo, side))
  const repeat = (values: Float32Array) =>
    Float32Array.from({ length: batch * values.length }, (_, i) => values[i % values.length] as number)
  const feeds: Record<string, Tensor> = { photo: new Tensor('float32', repeat(data), [batch, 3, height, width]) }
  if (code) feeds.code = new Tensor('float32', repeat(code), [batch, code.length])
  return () => session.run(feeds)
}

/** What was promised of a figure at most: as it is, or as a ratio to its baseline. */
type Most = { value: number } | { ratio: number }

/** Milliseconds to the first preview and to the end. */
async function previewed(painter: Painter, request: PaintRequest): Promise<{ first: number; whole: number }> {
  const began = performance.now()
  let first = Number.NaN
  await painter.paint(request, {
    onPreview: () => {
      if (Number.isNaN(first)) first = performance.now() - began
    },
  })
  return { first, whole: performance.now() - began }
}

/** Time and greatest memory of one picture at HD, in a process of its own. */
async function paintHd(
  threads: number,
  quality: PortraitQuality = 'PAINTING',
  shape: 'photo' | 'square' = 'photo',
): Promise<{ ms: number; mebibytes: number }> {
  const script = join(import.meta.dirname, 'hd-memory.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    script,
    String(threads),
    quality,
    shape,
  ])
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

/**
 * Painting, from the encoded photo to the encoded painting, against the bare onnxruntime session on the same tensor, and that against
 * a network of the classic shape, all with the same options in the same run. Rounds take turns. What is held against the
 * bare session is the fastest of them, as that is: whatever else the machine does only ever adds. What people wait for is the median.
 */
export async function benchPainter(): Promise<BenchTable> {
  const threads = Math.min(8, availableParallelism())
  const [model] = (await findModels()).models
  const bytes = await model?.read('stylizer')
  const code = model?.styles[0]?.broad
  if (!bytes || !code) throw new Error('The house has no model to paint with.')
  const photo = await sharp(await encodeTestPhoto(1600, 1200))
    .jpeg({ quality: 90 })
    .toBuffer()
  const { session } = await openSession(bytes, ['cpu'], threads)
  const { session: classicSession } = await openSession(classicNetwork(), ['cpu'], threads)
  const bare = await bareRun(session, photo, code)
  const together = await bareRun(session, photo, code, { batch: BATCH })
  const bareStandard = await bareRun(session, photo, code, { side: STANDARD })
  const classic = await bareRun(classicSession, photo, null)
  const painter = await createPainter({ threads })
  const order = (changes: Partial<PaintRequest> = {}) => orderOf(painter, photo, { longSide: SIDE, ...changes })
  const names = ['classic', 'bare', 'together', 'painting', 'first', 'whole', 'standard', 'bareStandard'] as const
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    (typeof names)[number],
    number[]
  >
  for (let round = 0; round <= ROUNDS; round++) {
    const classicMs = await time(classic)
    const togetherMs = await time(together)
    const bareStandardMs = await time(bareStandard)
    const standardMs = await time(() => painter.paint(order({ longSide: STANDARD })))
    const bareMs = await time(bare)
    const paintingMs = await time(() => painter.paint(order()))
    const { first, whole } = await previewed(painter, order())
    // The first round warms up.
    if (round === 0) continue
    times.classic.push(classicMs)
    times.bare.push(bareMs)
    times.together.push(togetherMs / BATCH)
    times.painting.push(paintingMs)
    times.first.push(first)
    times.whole.push(whole)
    times.standard.push(standardMs)
    times.bareStandard.push(bareStandardMs)
  }
  const masterMs = await time(() => painter.paint(order({ quality: 'MASTER' })))
  await painter.close()
  await session.release()
  await classicSession.release()
  const hd = await paintHd(threads)
  const hdSquare = await paintHd(threads, 'PAINTING', 'square')
  const hdMaster = await paintHd(threads, 'MASTER', 'square')
  const row = (name: string, value: number, baseline: number, most?: Most, unit = 'ms'): BenchRow => {
    const ratio = value / baseline
    const judged =
      most &&
      ('ratio' in most
        ? { goal: `<= ${most.ratio} times`, isMet: ratio <= most.ratio }
        : { goal: `<= ${most.value} ${unit}`, isMet: value <= most.value })
    return { name, value, unit, baseline, ratio, ...judged }
  }
  const bareMs = least(times.bare)
  return {
    title: `Painting a 4:3 photo, ${threads} threads; the baseline is the bare session at that size up to 768 px, at 512 px beyond`,
    rows: [
      row('bare session, against the classic network', bareMs, least(times.classic), { ratio: 0.4 }),
      row(`${BATCH} pictures in one run, each`, least(times.together), bareMs),
      row('photo to painting, 512 px', least(times.painting), bareMs, { ratio: 1.15 }),
      row('the same with previews', median(times.whole), bareMs),
      row('photo to first preview', median(times.first), bareMs, { value: 300 }),
      row('photo to painting, 768 px', median(times.standard), median(times.bareStandard), { value: 1_000 }),
      row('photo to master, 512 px', masterMs, bareMs, { value: 10_000 }),
      row('photo to painting, 2048 px', hd.ms, bareMs),
      row('most memory at 2048 px', hd.mebibytes, 1536, { value: 1536 }, 'MiB'),
      row('most memory at 2048 px, square', hdSquare.mebibytes, 1536, { value: 1536 }, 'MiB'),
      row('most memory at 2048 px, square, master', hdMaster.mebibytes, 1536, { value: 1536 }, 'MiB'),
    ],
  }
}
