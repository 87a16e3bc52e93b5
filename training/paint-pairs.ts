import { mkdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { paintPicture, studyPicture } from '@/worker/painter/paint-picture'

/**
 * Held-out photos x held-out paintings as the worker paints and refines them, for `evaluate.py --ways master --painted FOLDER`:
 * `npx tsx training/paint-pairs.ts --data DATA --out FOLDER --sizes 256,512 --photos 12`.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string' },
    sizes: { type: 'string', default: '256,512' },
    photos: { type: 'string', default: '12' },
  },
})
if (!values.data || !values.out) throw new Error('--data and --out are needed')
const { data, out } = values

/** Files of the held-out rows of a table; no field before `split`, the last one, is needed but the first. */
async function heldOut(folder: string, table: string): Promise<string[]> {
  const rows = (await readFile(join(folder, table), 'utf8')).trim().split('\n')
  return rows.filter((row) => row.trim().endsWith(',holdout')).map((row) => join(folder, row.split(',')[0] ?? ''))
}

/** The middle square, or the top one of a portrait format, where faces are: as painter/data.py cuts it. */
async function square(file: string, side: number): Promise<Uint8Array> {
  const { autoOrient } = await sharp(file).metadata()
  const { width, height } = autoOrient
  const least = Math.min(width, height)
  const top = height > width ? 0 : Math.floor((height - least) / 2)
  const cut = { left: Math.floor((width - least) / 2), top, width: least, height: least }
  return sharp(file)
    .autoOrient()
    .extract(cut)
    .resize(side, side, { kernel: 'lanczos3' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer()
}

await mkdir(out, { recursive: true })
const everyPhoto = await heldOut(join(data, 'content'), 'content.csv')
// Every kind of photo, however few are asked for: the order of evaluate.py.
const ordered = [0, 1, 2].flatMap((rest) => everyPhoto.filter((_, n) => n % 3 === rest))
const photos = ordered.slice(0, Number(values.photos))
const paintings = await heldOut(join(data, 'paintings'), 'paintings.csv')
const stem = (file: string) => basename(file).replace(/\.[^.]+$/, '')
for (const painting of paintings) {
  const style = await studyPicture(await readFile(painting))
  for (const size of values.sizes.split(',').map(Number)) {
    for (const photo of photos) {
      const raw = { width: size, height: size, channels: 3 } as const
      const strokes = Math.min(1, Math.max(0, (size - 256) / 256))
      const painted = await paintPicture({ rgb: await square(photo, size), ...raw, style, strokes, quality: 'MASTER' })
      await sharp(painted.rgb, { raw })
        .png()
        .toFile(join(out, `${size}-${stem(photo)}-${stem(painting)}.png`))
    }
  }
  console.log(stem(painting))
}
