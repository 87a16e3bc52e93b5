import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type OverlayOptions } from 'sharp'
import { SCENES } from '@/collection/scenes/registry'
import type { PortraitQuality } from '@/lib/contracts/portraits'
import { paintPicture } from '@/worker/painter/paint-picture'
import { readManifest } from '@/worker/painter/read-manifest'

/**
 * Contact sheets, painted by the committed weights from scenes that the project draws: docs/painter/masters.webp has all masters, in bands
 * whose first column is the scene itself; docs/painter/refined.webp has some masters, as the network alone paints (left) and refined
 * (right). `npx tsx training/make-sheet.ts`
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

const paint = (rgb: Uint8Array, style: string, quality: PortraitQuality) =>
  paintPicture({ rgb, width: PAINTED, height: PAINTED, style, strokes: 1, quality })

const masters = new Sheet(CELL)
const perBand = Math.ceil(styles.length / BANDS)
for (const [row, name] of SHOWN_SCENES.entries()) {
  const rgb = drawScene(name)
  for (let band = 0; band < BANDS; band++) await masters.place(rgb, 0, band * SHOWN_SCENES.length + row)
  for (const [n, { id }] of styles.entries()) {
    const { rgb: painted } = await paint(rgb, id, 'PAINTING')
    await masters.place(painted, 1 + (n % perBand), Math.floor(n / perBand) * SHOWN_SCENES.length + row)
  }
}
await masters.write('masters.webp')

const refined = new Sheet(PAINTED)
for (const [n, style] of REFINED_MASTERS.entries()) {
  for (const [m, name] of REFINED_SCENES.entries()) {
    const rgb = drawScene(name)
    await refined.place((await paint(rgb, style, 'PAINTING')).rgb, 2 * m, n)
    await refined.place((await paint(rgb, style, 'MASTER')).rgb, 2 * m + 1, n)
  }
}
await refined.write('refined.webp')
console.log(`docs/painter/ by ${version}: ${styles.map(({ id }) => id).join(', ')}`)
