import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { logger } from '@/server/platform/logger'
import { keepSample } from '@/server/styles/keep-sample'
import { saveMasters } from '@/server/styles/save-masters'
import { mastersOf } from './masters-of'
import type { Painter } from './painter/painter'
import { modelFolder } from './painter/read-manifest'
import type { ShownModel } from './painter/thread-messages'

/** What examples are painted from: a still life of the house's own. */
const SOURCE = join(modelFolder, 'samples', 'source.webp')
const SAMPLE_SIDE = 256

/** After a failure, doubled with each further one up to the other; that long, too, until the house is looked over again. */
const FIRST_MS = 1_000
const STEADY_MS = 60_000

export interface Uptake {
  /** Resolves when the house has come to know the models for the first time, or the worker leaves before. */
  isDone: Promise<void>
  /** Models have come or gone: does it soon, and again until it is done. */
  wake(): void
  /**
   * Brings the house's styles to the painter's models at once, if they are not.
   * @throws what the database throws
   */
  now(): Promise<void>
}

interface Settings {
  painter: Painter
  workerId: string
  /** Tells the others what this worker paints with, which must come before its styles: see saveMasters. */
  report: () => Promise<void>
  /** Aborted when the worker leaves. */
  signal: AbortSignal
  /** Resolves after `ms`, or rejects when `signal` is aborted. */
  pause?: (ms: number, signal: AbortSignal) => Promise<unknown>
}

/** @param kept ids of the styles that are this painter's: of the others another worker shows how they look */
async function paintSamples(painter: Painter, model: ShownModel, kept: readonly string[]): Promise<void> {
  const { name: modelName, version: modelVersion } = model
  const photo = await readFile(SOURCE)
  for (const style of model.styles.filter(({ id }) => kept.includes(id))) {
    const order = { photo, modelName, modelVersion, style, blend: null, strength: 1, strokes: 0.5 }
    const plain = { longSide: SAMPLE_SIDE, quality: 'PAINTING', keepColours: false, seed: 0, steps: null } as const
    await keepSample(style.id, modelVersion, async () => (await painter.paint({ ...order, ...plain })).picture)
  }
}

/**
 * Takes the painter's models up as they are, now and whenever they change: their styles can be ordered, and those of dropped-in networks
 * get an example. What fails is tried again until it is done. Every minute the house is looked over again: a worker with other models
 * may have gone, and left styles that nobody paints.
 */
export function takeUpModels({ painter, workerId, report, signal, pause = wait }: Settings): Uptake {
  let noted = ''
  let last: Promise<unknown> = Promise.resolve()
  let bell = new AbortController()
  let sayDone = () => {}
  const isDone = new Promise<void>((resolve) => {
    sayDone = resolve
  })

  const keepStyles = async (models: readonly ShownModel[]) => {
    await report()
    return saveMasters(
      models.map((model) => ({ name: model.name, version: model.version, masters: mastersOf(model) })),
      workerId,
    )
  }
  /** One after the other, so that the painter's latest word is written last. */
  const keepInTurn = () => {
    const turn = last.then(() => keepStyles(painter.models))
    last = turn.catch(() => undefined)
    return turn
  }
  const tellNotes = () => {
    const { notes } = painter
    if (notes.join('\n') !== noted) for (const note of notes) logger.warn(note)
    noted = notes.join('\n')
  }
  const attend = async () => {
    for (let failures = 0; !signal.aborted; ) {
      bell = new AbortController()
      try {
        tellNotes()
        const kept = await keepInTurn()
        sayDone()
        for (const model of painter.models.slice(1)) await paintSamples(painter, model, kept)
        failures = 0
      } catch (error) {
        failures += 1
        logger.error({ err: error, failures }, 'new styles not kept, tried again')
      }
      const ms = failures === 0 ? STEADY_MS : Math.min(STEADY_MS, FIRST_MS * 2 ** (failures - 1))
      await pause(ms, AbortSignal.any([signal, bell.signal])).catch(() => {})
    }
    sayDone()
  }
  void attend()
  return {
    isDone,
    wake: () => bell.abort(),
    now: async () => {
      await keepInTurn()
    },
  }
}

/** Spread, so that workers which failed together do not come together. */
function wait(ms: number, signal: AbortSignal): Promise<unknown> {
  return sleep(ms * (0.75 + Math.random() / 2), undefined, { signal })
}
