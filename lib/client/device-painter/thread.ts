import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm'
import type { DeviceManner } from '@/lib/contracts/styles'
import { addGrain, GRAIN } from '@/lib/painting/add-grain'
import { mixCodes } from '@/lib/painting/apply-strength'
import { finishPainting } from '@/lib/painting/finish-painting'
import { toPlanes } from '@/lib/painting/planar-picture'
import type { RgbPicture } from '@/lib/painting/rgb-picture'
import { fetchParts } from './fetch-parts'
import type { DeviceFault, DeviceWish, FromDevicePainter } from './messages'
import { openPhoto, photoAt, writePicture } from './photo'
import { progressOf, sketchesOf } from './sizes'

/** Paints in a thread of the visitor's own browser (a dedicated worker), so that the page stays alive: one wish, then it ends. */

class Failure extends Error {
  constructor(readonly why: DeviceFault) {
    super(why)
  }
}

const say = (message: FromDevicePainter) => postMessage(message)
const orElse = <T>(why: DeviceFault, work: Promise<T>): Promise<T> =>
  work.catch((cause: unknown) => {
    console.info('Painting on this device:', cause)
    throw new Failure(why)
  })

/** A build has it packed; in development there is none beside it. */
const runtime = `${new URL('onnxruntime-web/ort-wasm-simd-threaded.wasm', import.meta.url).href}${process.env.NODE_ENV === 'production' ? '.gz' : ''}`

async function openNetwork(address: string): Promise<InferenceSession> {
  const fetched = fetchParts([runtime, address], (share) => say({ kind: 'fetched', share }))
  const [binary, network] = await orElse('network', fetched)
  if (!binary || !network) throw new Failure('network')
  env.wasm.wasmBinary = binary.buffer
  // More threads want memory that they share, which wants a page that is kept from all others.
  env.wasm.numThreads = 1
  return orElse('device', InferenceSession.create(network, { executionProviders: ['wasm'] }))
}

const floats = (base64: string) =>
  new Float32Array(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer)

function codeOf({ manner, blend, strokes }: DeviceWish): Float32Array {
  const own = ({ fine, broad }: DeviceManner) => mixCodes(floats(fine), floats(broad), strokes)
  if (!blend) return own(manner)
  if (blend.manner.network !== manner.network) throw new Failure('network')
  return mixCodes(own(manner), own(blend.manner), blend.part)
}

async function paint(session: InferenceSession, photo: RgbPicture, code: Float32Array, wish: DeviceWish) {
  const canvas = toPlanes(photo)
  addGrain(canvas, 0, GRAIN * wish.strength)
  const { image } = await session.run({
    photo: new Tensor('float32', canvas.data, [1, 3, canvas.height, canvas.width]),
    code: new Tensor('float32', code, [1, code.length]),
  })
  if (!image) throw new Error('The network gave no image.')
  const painting = { ...canvas, data: image.data as Float32Array }
  // The photo's own code is the workers': what strength there is comes from blending.
  return finishPainting(painting, photo, { ...wish, blendBelow: 1 })
}

async function serve(wish: DeviceWish): Promise<void> {
  if (!('OffscreenCanvas' in globalThis && 'WebAssembly' in globalThis)) throw new Failure('device')
  // First of all, so that nobody fetches a network for a photo that cannot be painted.
  const photo = await orElse('photo', openPhoto(wish.photo))
  const session = await openNetwork(wish.manner.network)
  const code = codeOf(wish)
  const sizes = sketchesOf(wish.longSide)
  const progress = progressOf(sizes)
  for (const [i, size] of sizes.entries()) {
    const painted = await orElse('device', paint(session, photoAt(photo, size), code, wish))
    const picture = await orElse('device', writePicture(painted))
    const { width, height } = painted
    say({ kind: 'painted', picture, width, height, progress: progress[i] as number })
  }
  say({ kind: 'finished' })
}

addEventListener('message', ({ data }: MessageEvent<DeviceWish>) => {
  serve(data).catch((error: unknown) => say({ kind: 'failed', why: error instanceof Failure ? error.why : 'device' }))
})
