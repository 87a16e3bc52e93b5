import { parentPort, workerData } from 'node:worker_threads'
import { modelKey } from './model'
import { ModelShelf } from './model-shelf'
import { paintRequest } from './paint-request'
import { PainterError } from './painter-error'
import { type Impression, studyPainting } from './study-painting'
import {
  Flag,
  type FromThread,
  type PainterModel,
  type PaintRequest,
  type Preview,
  type ThreadSettings,
  type ToThread,
} from './thread-messages'

/** The painting thread: the networks run here and block nobody else. It serves one request after the other. */
const port = parentPort
if (!port) throw new Error('thread.ts runs in a worker thread alone')

/** Milliseconds between looks into the models' folders. */
const LOOK_EVERY_MS = 3_000

/** Long side (px) of the sketches made while a manner is studied. */
const GLANCE = 256

const settings = workerData as ThreadSettings
const flags = new Int32Array(settings.flags)
const isSet = (flag: number) => Atomics.load(flags, flag) !== 0
const shelf = new ModelShelf(settings)

const say = (message: FromThread, hand: Uint8Array[] = []) =>
  port.postMessage(
    message,
    hand.map((bytes) => bytes.buffer as ArrayBuffer),
  )

const reason = (error: unknown) =>
  error instanceof PainterError
    ? { code: error.code, message: error.message }
    : { code: 'painter_failed' as const, message: error instanceof Error ? error.message : String(error) }

/** Opens the house's own model, so that what is ready can really paint, and tells what there is. */
async function tellModels(): Promise<void> {
  const easel = await shelf.take(shelf.first)
  const { name, version, codeLength } = easel.model
  const model: PainterModel = { name, version, codeLength, provider: easel.provider }
  const models = shelf.models.map(({ name, version, styles }) => ({ name, version, styles }))
  say({ kind: 'ready', model, models, notes: [...shelf.notes, ...easel.notes] })
}

/** Shows what has been learned of a manner so far. */
async function sketch(request: PaintRequest, { progress }: Impression): Promise<void> {
  const easel = await shelf.take({ name: request.modelName, version: request.modelVersion })
  const nobody = { isCancelled: () => false, isStopped: () => false }
  const painted = await paintRequest(easel, request, null, nobody)
  if (painted) say({ kind: 'preview', stage: 'lesson', webp: painted.picture, progress, loss: null }, [painted.picture])
}

async function serve(message: Exclude<ToThread, { kind: 'end' }>): Promise<void> {
  try {
    if (message.kind === 'study') {
      const easel = await shelf.take({ name: message.modelName, version: message.modelVersion })
      const { sitter, modelName, modelVersion } = message
      const style = await studyPainting(easel, message.painting, settings.lessons, async (impression) => {
        const wish = { modelName, modelVersion, style: impression.style, blend: null, steps: 0 }
        if (sitter) await sketch({ ...sitter, ...wish, quality: 'SKETCH', longSide: GLANCE }, impression)
      })
      return say({ kind: 'studied', style })
    }
    const { request, wantsPreviews } = message
    shelf.threads = message.sparesCores ? settings.sparingThreads : settings.threads
    const easel = await shelf.take({ name: request.modelName, version: request.modelVersion })
    const onPreview = (preview: Preview) => say({ kind: 'preview', ...preview }, [preview.webp])
    const result = await paintRequest(easel, request, wantsPreviews ? onPreview : null, {
      isCancelled: () => isSet(Flag.cancel),
      isStopped: () => isSet(Flag.stop),
    })
    if (result) say({ kind: 'painted', result, closedModels: shelf.closed }, [result.picture])
    else say({ kind: 'cancelled' })
  } catch (error) {
    say({ kind: 'failed', ...reason(error) })
  }
}

/** One thing after the other, looks into the folders among them: a model must not be closed while it paints. */
let last: Promise<unknown> = Promise.resolve()
const inTurn = (work: () => Promise<unknown>) => {
  last = last.then(work)
}

let complaint = ''
async function lookAgain(): Promise<void> {
  try {
    const before = shelf.models.map(modelKey).join()
    const notesBefore = shelf.notes.join('\n')
    if (!(await shelf.refresh())) return
    complaint = ''
    if (before !== shelf.models.map(modelKey).join() || notesBefore !== shelf.notes.join('\n')) await tellModels()
  } catch (error) {
    // A manifest that is being replaced is half there for a moment; what was good before goes on, and one sentence says so.
    const { message } = reason(error)
    if (message !== complaint) say({ kind: 'complaint', message })
    complaint = message
  }
}

try {
  await shelf.refresh()
  await tellModels()
  // A run of the network blocks this thread, so whatever is said here is heard between two of them.
  port.on('message', (message: ToThread) => (message.kind === 'end' ? process.exit() : inTurn(() => serve(message))))
  setInterval(() => inTurn(lookAgain), LOOK_EVERY_MS).unref()
} catch (error) {
  say({ kind: 'unusable', ...reason(error) })
}
