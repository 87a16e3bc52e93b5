import { existsSync } from 'node:fs'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { writeContactSheet } from '@/collection/contact-sheet'
import type { Picture } from '@/collection/drawing/raster'
import { underpaint } from '@/collection/drawing/underpaint'
import { picturePath, readCollection } from '@/collection/read-collection'
import { SCENES } from '@/collection/scenes/registry'
import type { CollectionWork } from '@/collection/schema'

/** All finished pictures together. */
const MOST_BYTES = 15 * 1024 * 1024
/** Long side of a finished picture, px. */
const LONG_SIDE = 1600
/** Long side at which the painter works unless a work says otherwise: its strokes are then about 1 % of the picture. */
const PAINT_AT = 1000
/** Brushwork laid under the painting, so that the painter has strokes to follow on even ground. */
const UNDER = 0.085

const HELP = `npm run collection -- [options]
  --only ID,ID       these works alone
  --scenes-only DIR  draw the motifs as PNG into DIR; paint nothing
  --scenes-from DIR  paint motifs drawn into DIR before; draw only what is missing there
  --sheet FILE       a contact sheet of what was made
  --quality N        of the WebP files, 1 to 100 (default 84)`

const draw = async (work: CollectionWork, from?: string): Promise<Picture> => {
  const drawn = from && path.join(from, `${work.id}.png`)
  if (drawn && existsSync(drawn)) {
    const { data, info } = await sharp(drawn).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    return { rgb: data, width: info.width, height: info.height }
  }
  const scene = SCENES[work.scene]
  if (!scene) throw new Error(`${work.id}: there is no scene "${work.scene}".`)
  return scene(work.seed, work.width, work.height)
}

const encode = ({ rgb, width, height }: Picture) => sharp(rgb, { raw: { width, height, channels: 3 } })

/** Draws, lays brushwork under, paints and refines at the size of its strokes, and enlarges; nothing is done to the picture after that. */
const paint = async (work: CollectionWork, from?: string): Promise<Picture> => {
  const { paintPicture } = await import('@/worker/painter/paint-picture')
  const { master: style, strength, keepColours, seed } = work
  const ground = underpaint(await draw(work, from), seed, UNDER)
  const longSide = work.paintAt ?? PAINT_AT
  const painted = await paintPicture({ ...ground, style, strength, keepColours, longSide, quality: 'MASTER' })
  const { data, info } = await encode(painted)
    .resize(LONG_SIDE, LONG_SIDE, { fit: 'inside', kernel: 'lanczos3' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { rgb: data, width: info.width, height: info.height }
}

type Choices = { scenesTo?: string; scenesFrom?: string; quality: number }

const finish = async (work: CollectionWork, { scenesTo, scenesFrom, quality }: Choices): Promise<Buffer> => {
  if (scenesTo) {
    const png = await encode(await draw(work))
      .png()
      .toBuffer()
    await writeFile(path.join(scenesTo, `${work.id}.png`), png)
    return png
  }
  const webp = await encode(await paint(work, scenesFrom))
    .webp({ quality, effort: 6 })
    .toBuffer()
  await writeFile(picturePath(work.id), webp)
  return webp
}

/** Bytes of all finished pictures. @throws Error above the limit */
const checkBudget = async (ids: string[]): Promise<number> => {
  const sizes = await Promise.all(
    ids.map((id) =>
      stat(picturePath(id)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  const sum = sizes.reduce((a, b) => a + b, 0)
  if (sum > MOST_BYTES)
    throw new Error(`The pictures take ${megabytes(sum)}; at most ${megabytes(MOST_BYTES)}. Lower --quality.`)
  return sum
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      'scenes-only': { type: 'string' },
      'scenes-from': { type: 'string' },
      sheet: { type: 'string' },
      quality: { type: 'string', default: '84' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return console.log(HELP)
  const { works: all } = await readCollection()
  const wanted = values.only?.split(',')
  const unknown = wanted?.find((id) => !all.some((work) => work.id === id))
  if (unknown) throw new Error(`There is no work "${unknown}".`)
  const works = all.filter(({ id }) => !wanted || wanted.includes(id))
  const scenesTo = values['scenes-only']
  await mkdir(scenesTo ?? path.dirname(picturePath('x')), { recursive: true })
  const made: Buffer[] = []
  for (const [i, work] of works.entries()) {
    const started = performance.now()
    const file = await finish(work, { scenesTo, scenesFrom: values['scenes-from'], quality: Number(values.quality) })
    made.push(file)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(
      `${i + 1}/${works.length} ${work.id} ${work.width}x${work.height} ${scenesTo ? 'drawn' : work.master} ${seconds} s ${megabytes(file.length)}`,
    )
  }
  if (values.sheet) await writeContactSheet(made, values.sheet)
  if (!scenesTo)
    console.log(`All pictures: ${megabytes(await checkBudget(all.map(({ id }) => id)))} of ${megabytes(MOST_BYTES)}`)
}

main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
