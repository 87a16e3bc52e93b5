import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { SCENES } from '@/collection/scenes/registry'
import { paintPicture } from '@/worker/painter/paint-picture'
import { modelFolder, readManifest } from '@/worker/painter/read-manifest'

/**
 * One small picture a style for the style chooser: public/models/samples/<style-id>.webp, 256 px square, painted by the committed
 * weights from a still life that the project draws itself. Run it after every export: `npx tsx training/make-samples.ts`.
 */
const SCENE = 'apples-jug'
/** Painted larger than shown, so that strokes are as fine as on a real order. */
const PAINTED = 384
const SHOWN = 256

const draw = SCENES[SCENE]
if (!draw) throw new Error(`There is no scene ${SCENE}.`)
const scene = draw(7, PAINTED, PAINTED)
const folder = join(modelFolder, 'samples')
await mkdir(folder, { recursive: true })
const [manifest] = (await readManifest()).models
if (!manifest) throw new Error('There is no model.')
/** What a worker paints the examples of dropped-in networks from. */
const SOURCE = 'source.webp'
const encode = (rgb: Uint8Array) =>
  sharp(rgb, { raw: { width: PAINTED, height: PAINTED, channels: 3 } })
    .resize(SHOWN, SHOWN, { kernel: 'lanczos3' })
    .webp({ quality: 82 })
await encode(new Uint8Array(scene.rgb)).toFile(join(folder, SOURCE))
const wanted = new Set([SOURCE, ...manifest.styles.map(({ id }) => `${id}.webp`)])
for (const name of await readdir(folder)) if (!wanted.has(name)) await rm(join(folder, name))
for (const { id } of manifest.styles) {
  const painted = await paintPicture({ rgb: new Uint8Array(scene.rgb), width: PAINTED, height: PAINTED, style: id })
  await encode(painted.rgb).toFile(join(folder, `${id}.webp`))
}
console.log(`${manifest.styles.length} samples by ${manifest.version}`)
