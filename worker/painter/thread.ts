import { parentPort, workerData } from 'node:worker_threads'
import { openSession } from './open-session'
import { type Easel, paintRequest } from './paint-request'
import { PainterError } from './painter-error'
import { readManifest, readModel } from './read-manifest'
import type { FromThread, ThreadSettings, ToThread } from './thread-messages'

/** The painting thread: the network runs here and blocks nobody else. It serves one request after the other. */
const port = parentPort
if (!port) throw new Error('thread.ts runs in a worker thread alone')

const settings = workerData as ThreadSettings
const cancelled = new Int32Array(settings.cancelled)
const isCancelled = () => Atomics.load(cancelled, 0) !== 0

const say = (message: FromThread, hand: Uint8Array[] = []) =>
  port.postMessage(
    message,
    hand.map((bytes) => bytes.buffer as ArrayBuffer),
  )

const reason = (error: unknown) =>
  error instanceof PainterError
    ? { code: error.code, message: error.message }
    : { code: 'painter_failed' as const, message: error instanceof Error ? error.message : String(error) }

async function setUp(): Promise<{ easel: Easel; notes: string[] }> {
  const manifest = await readManifest(settings.modelFolder)
  const model = await readModel(manifest, settings.modelFolder)
  const { session, provider, notes } = await openSession(model, settings.providers, settings.threads)
  const { name, version, codeLength, photoCode } = manifest
  return { easel: { session, photoCode, model: { name, version, provider, codeLength } }, notes }
}

async function serve(easel: Easel, { request, wantsPreviews }: ToThread): Promise<void> {
  try {
    const result = await paintRequest(
      easel,
      request,
      wantsPreviews ? (preview) => say({ kind: 'preview', ...preview }, [preview.webp]) : null,
      isCancelled,
    )
    if (result) say({ kind: 'painted', result }, [result.picture])
    else say({ kind: 'cancelled' })
  } catch (error) {
    say({ kind: 'failed', ...reason(error) })
  }
}

try {
  const { easel, notes } = await setUp()
  port.on('message', (message: ToThread) => void serve(easel, message))
  say({ kind: 'ready', model: easel.model, notes })
} catch (error) {
  say({ kind: 'unusable', ...reason(error) })
}
