import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
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

async function paintSamples(painter: Painter, { name, version, styles }: ShownModel): Promise<void> {
  const photo = await readFile(SOURCE)
  for (const style of styles) {
    const order = { photo, modelName: name, modelVersion: version, style, blend: null, strength: 1, strokes: 0.5 }
    const plain = { longSide: SAMPLE_SIDE, quality: 'PAINTING', keepColours: false, seed: 0, steps: null } as const
    await keepSample(style.id, version, async () => (await painter.paint({ ...order, ...plain })).picture)
  }
}

/** Takes the painter's models up as they now are: their styles can be ordered, and those of dropped-in networks get an example. */
export async function takeUpModels(
  painter: Painter,
  models: readonly ShownModel[],
  notes: readonly string[],
): Promise<void> {
  for (const note of notes) logger.warn(note)
  await saveMasters(models.map((model) => ({ name: model.name, version: model.version, masters: mastersOf(model) })))
  for (const model of models.slice(1)) await paintSamples(painter, model)
}
