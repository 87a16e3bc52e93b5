import { availableParallelism } from 'node:os'
import { type InferenceSession, Tensor } from 'onnxruntime-node'
import sharp from 'sharp'
import { decodePhoto } from '@/worker/painter/decode-photo'
import { openSession } from '@/worker/painter/open-session'
import { createPainter } from '@/worker/painter/painter'
import { toPlanes } from '@/worker/painter/planar-picture'
import { readManifest, readModel } from '@/worker/painter/read-manifest'
import { drawTestPhoto } from '@/worker/painter/testing/draw-test-photo'

export interface BenchRow {
  name: string
  value: number
  unit: string
  /** What it is held against, in the same unit, measured in the same run. */
  baseline: number
  /** value / baseline. */
  ratio: number
}

export interface BenchTable {
  title: string
  rows: BenchRow[]
}

const ROUNDS = 9

const time = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** The bare session on the tensor that the painter makes of this photo. */
async function bareRun(session: InferenceSession, photo: Uint8Array, longSide: number, code: Float32Array) {
  const planes = toPlanes(await decodePhoto(photo, longSide))
  const feeds = {
    photo: new Tensor('float32', planes.data, [1, 3, planes.height, planes.width]),
    code: new Tensor('float32', code, [1, code.length]),
  }
  return () => session.run(feeds)
}

/**
 * Painting at 512 px, from the encoded photo to the encoded painting, against the bare onnxruntime session on the same tensor with the
 * same options; rounds of both take turns, medians are told.
 */
export async function benchPainter(): Promise<BenchTable> {
  const threads = Math.min(8, availableParallelism())
  const manifest = await readManifest()
  const code = manifest.styles[0]?.code
  if (!code) throw new Error('The manifest has no style.')
  const photo = await sharp(drawTestPhoto(1600, 1200), { raw: { width: 1600, height: 1200, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer()
  const { session } = await openSession(await readModel(manifest), ['cpu'], threads)
  const bare = await bareRun(session, photo, 512, code)
  const painter = await createPainter({ threads })
  const request = { photo, code, strength: 1, longSide: 512, quality: 'PAINTING', keepColours: false, seed: 0 } as const
  const previewed = async () => {
    const began = performance.now()
    let first = Number.NaN
    await painter.paint(request, {
      onPreview: ({ stage }) => {
        if (stage === 'sketch') first = performance.now() - began
      },
    })
    return { first, whole: performance.now() - began }
  }
  const times = { bare: [] as number[], alone: [] as number[], first: [] as number[], whole: [] as number[] }
  for (let round = 0; round <= ROUNDS; round++) {
    const bareMs = await time(bare)
    const aloneMs = await time(() => painter.paint(request))
    const { first, whole } = await previewed()
    // The first round warms up.
    if (round === 0) continue
    times.bare.push(bareMs)
    times.alone.push(aloneMs)
    times.first.push(first)
    times.whole.push(whole)
  }
  await painter.close()
  await session.release()
  const baseline = median(times.bare)
  const row = (name: string, values: number[]): BenchRow => {
    const value = median(values)
    return { name, value, unit: 'ms', baseline, ratio: value / baseline }
  }
  return {
    title: `Painting, 512 x 384 px, ${threads} threads, against the bare onnxruntime session`,
    rows: [
      row('bare session', times.bare),
      row('photo to painting', times.alone),
      row('photo to painting with previews', times.whole),
      row('photo to first preview', times.first),
    ],
  }
}
