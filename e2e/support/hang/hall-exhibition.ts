import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { drawColourChart } from '../colour-chart'
import { hangTestExhibition } from './hang-exhibition'

const pictures = path.resolve(import.meta.dirname, '../../../collection/pictures')

export interface HungExhibition {
  slug: string
  /** In walking order. */
  works: string[]
}

/** Two rooms that open into each other: a colour chart and three pictures, then two more. Null for a house that was named from outside. */
export async function hangHallExhibition(): Promise<HungExhibition | null> {
  const chart = path.join(await mkdtemp(path.join(os.tmpdir(), 'vernissage-chart-')), 'chart.png')
  await writeFile(chart, await drawColourChart())
  const files = (await readdir(pictures)).sort().slice(0, 5)
  const works = await Promise.all(
    files.map(async (file) => {
      const { width = 1, height = 1 } = await sharp(path.join(pictures, file)).metadata()
      return {
        title: path.parse(file).name,
        file: path.join(pictures, file),
        widthCm: 100,
        heightCm: (100 * height) / width,
      }
    }),
  )
  const slug = `hall-${randomUUID().slice(0, 8)}`
  const chartWork = { title: 'Colour chart', file: chart, widthCm: 120, heightCm: 80 }
  const ids = await hangTestExhibition({
    slug,
    title: 'A hall to test',
    rooms: [
      { architecture: 'white-cube', works: [chartWork, ...works.slice(0, 3)] },
      { architecture: 'pavilion', works: works.slice(3) },
    ],
  })
  return ids && { slug, works: ids }
}
