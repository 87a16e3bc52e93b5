import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp, { type OverlayOptions } from 'sharp'
import { picturePath } from '@/collection/read-collection'
import { SCENES } from '@/collection/scenes/registry'
import type { PortraitQuality } from '@/lib/contracts/portraits'
import { type PictureRequest, paintPicture, studyPicture } from '@/worker/painter/paint-picture'
import { readManifest } from '@/worker/painter/read-manifest'

/**
 * Contact sheets, painted by the committed weights from scenes that the project draws: docs/painter/masters.webp has all masters, in bands
 * whose first column is the scene itself; docs/painter/refined.webp has some masters, as the network alone paints (left) and refined
 * (right); docs/painter/any.webp has works of the opening collection, which nobody trained for, and the same two in their manner.
 * `npx tsx training/make-sheet.ts [masters] [refined] [any]`
 */
const SHOWN_SCENES = ['sitter', 'window-woman', 'apples-jug', 'cafe-terrace', 'lily-pond', 'regatta']
const REFINED_SCENES = ['sitter', 'regatta']
const REFINED_MASTERS = [
  'van-gogh-wheat-field-with-cypresses',
  'monet-water-lilies',
  'seurat-grande-jatte',
  'kandinsky-composition-vii',
  'turner-fighting-temeraire',
  'degas-blue-dancers',
]
/** Of the opening collection. */
const ANY_PAINTINGS = ['autumn-avenue', 'footbridge', 'storm-sea', 'starry-river', 'sunflowers']
const PAINTED = 512
const CELL = 256
const BANDS = 3

const [model] = (await readManifest()).models
if (!model) throw new Error('There is no model.')
const { styles, version } = model
const folder = join(import.meta.dirname, '../docs/painter')
await mkdir(folder, { recursive: true })

class Sheet {
  #cells: OverlayOptions[] = []
  #columns = 0
  #rows = 0

  constructor(private readonly cell: number) {}

  async place(rgb: Uint8Array, column: number, row: number): Promise<void> {
    const raw = { width: PAINTED, height: PAINTED, channels: 3 } as const
    const input = await sharp(rgb, { raw }).resize(this.cell, this.cell, { kernel: 'lanczos3' }).png().toBuffer()
    this.#cells.push({ input, left: column * this.cell, top: row * this.cell })
    this.#columns = Math.max(this.#columns, column + 1)
    this.#rows = Math.max(this.#rows, row + 1)
  }

  async write(name: string): Promise<void> {
    const size = { width: this.#columns * this.cell, height: this.#rows * this.cell }
    await sharp({ create: { ...size, channels: 3, background: '#ffffff' } })
      .composite(this.#cells)
      .webp({ quality: 80 })
      .toFile(join(folder, name))
  }
}

function drawScene(name: string): Uint8Array {
  const draw = SCENES[name]
  if (!draw) throw new Error(`There is no scene ${name}.`)
  return new Uint8Array(draw(7, PAINTED, PAINTED).rgb)
}

type Style = PictureRequest['style']
const paint = async (rgb: Uint8Array, style: Style, quality: PortraitQuality) =>
  (await paintPicture({ rgb, width: PAINTED, height: PAINTED, style, strokes: 1, quality })).rgb

async function makeMasters(): Promise<void> {
  const sheet = new Sheet(CELL)
  const perBand = Math.ceil(styles.length / BANDS)
  for (const [row, name] of SHOWN_SCENES.entries()) {
    const rgb = drawScene(name)
    for (let band = 0; band < BANDS; band++) await sheet.place(rgb, 0, band * SHOWN_SCENES.length + row)
    for (const [n, { id }] of styles.entries()) {
      const painted = await paint(rgb, id, 'PAINTING')
      await sheet.place(painted, 1 + (n % perBand), Math.floor(n / perBand) * SHOWN_SCENES.length + row)
    }
  }
  await sheet.write('masters.webp')
}

/** Fast and refined side by side, from a column of the sheet on. */
async function placeBoth(sheet: Sheet, style: Style, column: number, row: number): Promise<void> {
  for (const [m, name] of REFINED_SCENES.entries()) {
    const rgb = drawScene(name)
    await sheet.place(await paint(rgb, style, 'PAINTING'), column + 2 * m, row)
    await sheet.place(await paint(rgb, style, 'MASTER'), column + 2 * m + 1, row)
  }
}

async function makeRefined(): Promise<void> {
  const sheet = new Sheet(PAINTED)
  for (const [row, style] of REFINED_MASTERS.entries()) await placeBoth(sheet, style, 0, row)
  await sheet.write('refined.webp')
}

async function makeAny(): Promise<void> {
  const sheet = new Sheet(PAINTED)
  for (const [row, id] of ANY_PAINTINGS.entries()) {
    const painting = await readFile(picturePath(id))
    await sheet.place(await sharp(painting).resize(PAINTED, PAINTED).removeAlpha().raw().toBuffer(), 0, row)
    await placeBoth(sheet, await studyPicture(painting), 1, row)
  }
  await sheet.write('any.webp')
}

const sheets: Record<string, () => Promise<void>> = { masters: makeMasters, refined: makeRefined, any: makeAny }
const wanted = parseArgs({ allowPositionals: true }).positionals
for (const name of wanted.length > 0 ? wanted : Object.keys(sheets)) {
  const make = sheets[name]
  if (!make) throw new Error(`There is no sheet ${name}: ${Object.keys(sheets).join(', ')}.`)
  await make()
}
console.log(`docs/painter/ by ${version}: ${styles.map(({ id }) => id).join(', ')}`)
