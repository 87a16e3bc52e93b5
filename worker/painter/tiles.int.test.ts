import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RgbPicture } from '@/lib/painting/rgb-picture'
import { Easel } from './easel'
import { findModels } from './find-models'
import { mannerOf } from './manner'
import { paintInTiles } from './paint-in-tiles'
import { drawTestPhoto } from './testing/draw-test-photo'

const WIDTH = 1280
const HEIGHT = 1100
const TILE = 512

let easel: Easel
let painting: RgbPicture

beforeAll(async () => {
  const [model] = (await findModels()).models
  if (!model) throw new Error('There is no model.')
  easel = await Easel.open(model, { providers: ['cpu'], threads: 2, budgetMs: 20_000 })
  const [style] = model.styles
  const tiles = await easel.network('tiles')
  if (!style || !tiles) throw new Error('The model has no style or no tiles.')
  const { name: modelName, version: modelVersion } = model
  const wish = { modelName, modelVersion, style, blend: null, strength: 1, strokes: 1, longSide: WIDTH } as const
  const manner = mannerOf({ ...wish, quality: 'PAINTING', keepColours: false, seed: 0, steps: null }, model)
  const photo = { data: drawTestPhoto(WIDTH, HEIGHT), width: WIDTH, height: HEIGHT }
  const painted = await paintInTiles(tiles, photo, manner, null, () => false)
  if (!painted) throw new Error('Nobody cancelled it.')
  painting = painted
})

afterAll(() => easel.close())

/** Mean absolute step (0 to 255) from each column to the next. */
function stepsAcross({ data, width, height }: RgbPicture): number[] {
  return Array.from({ length: width - 1 }, (_, x) => {
    let sum = 0
    for (let y = 0; y < height; y++)
      for (let c = 0; c < 3; c++) {
        const at = 3 * (y * width + x) + c
        sum += Math.abs((data[at + 3] as number) - (data[at] as number))
      }
    return sum / (3 * height)
  })
}

function turned({ data, width, height }: RgbPicture): RgbPicture {
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 3; c++) out[3 * (x * height + y) + c] = data[3 * (y * width + x) + c] as number
  return { data: out, width: height, height: width }
}

it.each([
  ['side by side', (picture: RgbPicture) => picture],
  ['one above the other', turned],
])('no seam is seen between tiles %s: the step across a border is like those around it', (_, turn) => {
  const steps = stepsAcross(turn(painting))
  for (let border = TILE - 1; border < steps.length; border += TILE) {
    const around = [...steps.slice(border - 24, border), ...steps.slice(border + 1, border + 25)].sort((a, b) => a - b)
    // Strokes repeat with the network's own period of four: the largest neighbour is the measure, not the mean.
    expect(steps[border]).toBeLessThanOrEqual((around.at(-1) as number) * 1.02)
  }
})

it('a tiled picture is dropped between two tiles where it is cancelled', async () => {
  const [style] = easel.model.styles
  const tiles = await easel.network('tiles')
  if (!style || !tiles) throw new Error('The model has no style or no tiles.')
  let asked = 0
  const { name: modelName, version: modelVersion } = easel.model
  const wish = { modelName, modelVersion, style, blend: null, strength: 1, strokes: 1, longSide: WIDTH } as const
  const manner = mannerOf({ ...wish, quality: 'PAINTING', keepColours: false, seed: 0, steps: null }, easel.model)
  const photo = { data: drawTestPhoto(WIDTH, 64), width: WIDTH, height: 64 }
  expect(await paintInTiles(tiles, photo, manner, null, () => ++asked > 1)).toBeNull()
  expect(asked).toBe(2)
})
