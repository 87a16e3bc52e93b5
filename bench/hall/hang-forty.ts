import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { readCollection } from '../../collection/read-collection'
import { hangTestExhibition } from '../../e2e/support/hang/hang-exhibition'

const architectures = ['white-cube', 'loft', 'salon', 'pavilion'] as const
const worksInRoom = 10

export interface FortyWorks {
  slug: string
  works: string[]
}

/** Forty works of the opening collection's pictures in four rooms of different architecture. */
export async function hangForty(): Promise<FortyWorks> {
  const { works } = await readCollection()
  const rooms = architectures.map((architecture, room) => ({
    architecture,
    works: Array.from({ length: worksInRoom }, (_, at) => {
      const work = works[(room * worksInRoom + at) % works.length]
      if (!work) throw new Error('the collection is empty')
      const { id, title, widthCm, heightCm } = work
      return { title: title.en, file: path.resolve('collection/pictures', `${id}.webp`), widthCm, heightCm }
    }),
  }))
  const slug = `forty-${randomUUID().slice(0, 8)}`
  const hung = await hangTestExhibition({ slug, title: 'Forty works in four rooms', rooms })
  if (!hung) throw new Error('this bench hangs an exhibition, and needs a house of its own for it')
  return { slug, works: hung }
}
