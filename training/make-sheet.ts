import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type OverlayOptions } from 'sharp'
import { SCENES } from '@/collection/scenes/registry'
import { paintPicture } from '@/worker/painter/paint-picture'
import { readManifest } from '@/worker/painter/read-manifest'

/**
 * The contact sheet: scenes that the project draws x all masters, painted by the committed weights. Two bands; in each the first column
 * is the scene itself. `npx tsx training/make-sheet.ts` writes docs/painter/masters.webp.
 */
const SHOWN_SCENES = ['apples-jug', 'cafe-terrace', 'lily-pond', 'regatta', 'rain-boulevard']
const PAINTED = 512
const CELL = 256
const BANDS = 2

const { styles, version } = await readManifest()
const perBand = Math.ceil(styles.length / BANDS)
const cells: OverlayOptions[] = []

async function place(rgb: Uint8Array, column: number, row: number): Promise<void> {
  const raw = { width: PAINTED, height: PAINTED, channels: 3 } as const
  const input = await sharp(rgb, { raw }).resize(CELL, CELL, { kernel: 'lanczos3' }).png().toBuffer()
  cells.push({ input, left: column * CELL, top: row * CELL })
}

for (const [row, name] of SHOWN_SCENES.entries()) {
  const draw = SCENES[name]
  if (!draw) throw new Error(`There is no scene ${name}.`)
  const rgb = new Uint8Array(draw(7, PAINTED, PAINTED).rgb)
  for (let band = 0; band < BANDS; band++) await place(rgb, 0, band * SHOWN_SCENES.length + row)
  for (const [n, { id }] of styles.entries()) {
    const painted = await paintPicture({ rgb, width: PAINTED, height: PAINTED, style: id })
    await place(painted.rgb, 1 + (n % perBand), Math.floor(n / perBand) * SHOWN_SCENES.length + row)
  }
}
const folder = join(import.meta.dirname, '../docs/painter')
await mkdir(folder, { recursive: true })
const size = { width: (perBand + 1) * CELL, height: BANDS * SHOWN_SCENES.length * CELL }
await sharp({ create: { ...size, channels: 3, background: '#ffffff' } })
  .composite(cells)
  .webp({ quality: 80 })
  .toFile(join(folder, 'masters.webp'))
console.log(`docs/painter/masters.webp by ${version}: columns ${styles.map(({ id }) => id).join(', ')}`)
