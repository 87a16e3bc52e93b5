import { existsSync } from 'node:fs'
import { mkdir, readFile, rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { type PictureRequest, paintPicture, studyPicture } from '@/worker/painter/paint-picture'
import { readManifest } from '@/worker/painter/read-manifest'

/**
 * Held-out photos x held-out paintings as the worker paints and refines them, for `evaluate.py --refined --painted FOLDER`:
 * `npx tsx training/paint-pairs.ts --data DATA --out FOLDER --sizes 256,512 --photos 12`; with `--masters`, x the masters of the committed
 * model in their place. What is in FOLDER already is not painted again: stop it whenever you like, and empty FOLDER for other weights.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string' },
    sizes: { type: 'string', default: '256,512' },
    photos: { type: 'string', default: '12' },
    masters: { type: 'boolean', default: false },
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
const stem = (file: string) => basename(file).replace(/\.[^.]+$/, '')
type Style = PictureRequest['style']

/** Names as evaluate.py looks for them, and how the worker comes to their styles. */
async function everyStyle(): Promise<{ name: string; learn: () => Promise<Style> }[]> {
  if (values.masters) {
    const styles = (await readManifest()).models[0]?.styles ?? []
    return styles.map(({ id }) => ({ name: id, learn: async () => id }))
  }
  const paintings = await heldOut(join(data, 'paintings'), 'paintings.csv')
  return paintings.map((file) => ({ name: stem(file), learn: async () => studyPicture(await readFile(file)) }))
}

for (const { name, learn } of await everyStyle()) {
  let style: Style | undefined
  for (const size of values.sizes.split(',').map(Number)) {
    for (const photo of photos) {
      const file = join(out, `${size}-${stem(photo)}-${name}.png`)
      if (existsSync(file)) continue
      style ??= await learn()
      const raw = { width: size, height: size, channels: 3 } as const
      const strokes = Math.min(1, Math.max(0, (size - 256) / 256))
      const painted = await paintPicture({ rgb: await square(photo, size), ...raw, style, strokes, quality: 'MASTER' })
      // A picture that was half written when this was stopped must not pass for a whole one.
      await sharp(painted.rgb, { raw }).png().toFile(`${file}.part`)
      await rename(`${file}.part`, file)
    }
  }
  console.log(name)
}
