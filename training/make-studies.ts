import sharp from 'sharp'
import { SCENES } from '@/collection/scenes/registry'

/**
 * The small pictures that a code is taught with: squares of scenes that the project draws, in a row, `training/studies.webp`; `export.py`
 * puts them beside the networks. Chosen for their variety: people, a room, water, night, crowds of small things, empty skies.
 * Run again only when the scenes change: `npx tsx training/make-studies.ts`.
 */
const CHOSEN = [
  'apples-jug',
  'blue-room',
  'cafe-terrace',
  'dancers',
  'harbour-dawn',
  'mountain-lake',
  'red-mountain',
  'rooftops',
  'snow-road',
  'sunflowers',
  'tide-walker',
  'window-woman',
]
/** Drawn larger than used: scenes are made for large pictures. */
const DRAWN = 320
const SIDE = 192

const squares = await Promise.all(
  CHOSEN.map((name) => {
    const draw = SCENES[name]
    if (!draw) throw new Error(`There is no scene ${name}.`)
    const { rgb } = draw(7, DRAWN, DRAWN)
    return sharp(rgb, { raw: { width: DRAWN, height: DRAWN, channels: 3 } })
      .resize(SIDE, SIDE, { kernel: 'lanczos3' })
      .raw()
      .toBuffer()
  }),
)
await sharp({ create: { width: SIDE * CHOSEN.length, height: SIDE, channels: 3, background: '#000' } })
  .composite(
    squares.map((input, n) => ({
      input,
      raw: { width: SIDE, height: SIDE, channels: 3 },
      left: n * SIDE,
      top: 0,
    })),
  )
  .webp({ quality: 92, effort: 6 })
  .toFile('training/studies.webp')
