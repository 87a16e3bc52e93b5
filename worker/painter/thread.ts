import { parentPort, workerData } from 'node:worker_threads'
import type { Easel, EaselSettings } from './easel'
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
import { workAtEasel } from './work-at-easel'

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
const sessions = settings.sessionsFrom && ((await import(settings.sessionsFrom)) as Pick<EaselSettings, 'openSession'>)
const shelf = new ModelShelf({ ...settings, ...(sessions && { openSession: sessions.openSession }) })

const say = (message: FromThread, hand: Uint8Array[] = []) =>
  port.postMessage(
    message,
    hand.map((bytes) => bytes.buffer as ArrayBuffer),
  )

const reason = (error: unknown) =>
  error instanceof PainterError
    ? { code: error.code, message: error.message }
    : { code: 'painter_failed' as const, message: error instanceof Error ? error.message : String(error) }

let told = ''
const present = () => [...shelf.models.map(modelKey), ...shelf.notes].join('\n')

/** Opens the house's own model, so that what is ready can really paint, and tells what there is. */
async function tellModels(): Promise<void> {
  const easel = await shelf.take(shelf.first)
  const { name, version, codeLength } = easel.model
  const model: PainterModel = { name, version, codeLength, provider: easel.provider }
  const models = shelf.models.map(({ name, version, styles }) => ({ name, version, styles }))
  told = present()
  say({ kind: 'ready', model, models, notes: shelf.notes })
}

async function tellChanges(): Promise<void> {
  if (present() !== told) await tellModels()
}

/** Shows what has been learned of a manner so far. */
async function sketch(request: PaintRequest, { progress }: Impression): Promise<void> {
  const easel = await shelf.take({ name: request.modelName, version: request.modelVersion })
  const flags = { isCancelled: () => isSet(Flag.cancel), isStopped: () => false, isMeasured: true }
  const painted = await paintRequest(easel, request, null, flags)
  if (!painted) return
  const { picture, loss } = painted
  say({ kind: 'preview', stage: 'lesson', picture, progress, loss }, [picture])
}

/** For a version that is not here the folders are looked into first, where it may just have come. */
async function workWith<T>(wanted: { name: string; version: string }, work: (easel: Easel) => Promise<T>): Promise<T> {
  if (!shelf.has(wanted)) await lookAgain()
  return workAtEasel(shelf, wanted, tellChanges, work)
}

async function study({ painting, model, sitter }: Extract<ToThread, { kind: 'study' }>): Promise<void> {
  const style = await workWith(model ?? shelf.first, async (easel) => {
    const { name: modelName, version: modelVersion } = easel.model
    const onImpression = async (impression: Impression) => {
      const wish = { modelName, modelVersion, style: impression.style, blend: null, steps: 0 }
      if (sitter) await sketch({ ...sitter, ...wish, quality: 'SKETCH', longSide: GLANCE }, impression)
    }
    const wishes = { onImpression, isCancelled: () => isSet(Flag.cancel) }
    const learned = await studyPainting(easel, painting, settings.lessons, wishes)
    return learned && { ...learned, modelName, modelVersion }
  })
  say(style ? { kind: 'studied', style } : { kind: 'cancelled' })
}

async function paint({ request, wantsPreviews, sparesCores }: Extract<ToThread, { kind: 'paint' }>): Promise<void> {
  shelf.threads = sparesCores ? settings.sparingThreads : settings.threads
  const onPreview = (preview: Preview) => say({ kind: 'preview', ...preview }, [preview.picture])
  const flagged = { isCancelled: () => isSet(Flag.cancel), isStopped: () => isSet(Flag.stop) }
  const result = await workWith({ name: request.modelName, version: request.modelVersion }, (easel) =>
    paintRequest(easel, request, wantsPreviews ? onPreview : null, flagged),
  )
  if (result) say({ kind: 'painted', result, closedModels: shelf.closed }, [result.picture])
  else say({ kind: 'cancelled' })
}

async function serve(message: Exclude<ToThread, { kind: 'end' }>): Promise<void> {
  try {
    await (message.kind === 'study' ? study(message) : paint(message))
  } catch (error) {
    say({ kind: 'failed', ...reason(error) })
  }
  // Networks that were opened meanwhile may have to do without the provider that was asked for.
  await tellChanges().catch(complain)
}

/** One thing after the other, looks into the folders among them: a model must not be closed while it paints. */
let last: Promise<unknown> = Promise.resolve()
const inTurn = (work: () => Promise<unknown>) => {
  last = last.then(work)
}

let complaint = ''
/** Says a sentence once, until there is a change. */
function complain(error: unknown): void {
  const { message } = reason(error)
  if (message !== complaint) say({ kind: 'complaint', message })
  complaint = message
}

async function lookAgain(): Promise<void> {
  try {
    if (!(await shelf.refresh())) return
    complaint = ''
    await tellChanges()
  } catch (error) {
    // A manifest that is being replaced is half there for a moment; what was good before goes on, and one sentence says so.
    complain(error)
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
