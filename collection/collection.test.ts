import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { readCollection } from '@/collection/read-collection'
import { SCENES } from '@/collection/scenes/registry'
import { collectionSchema } from '@/collection/schema'

const collection = await readCollection()
const masters: { id: string; artist: { en: string; zh: string } }[] = JSON.parse(
  await readFile(new URL('../training/masters.json', import.meta.url), 'utf8'),
)

describe('the opening collection', () => {
  it('shows at least 24 works in three exhibitions of 8 to 10, in walking order without gaps', () => {
    expect(collection.exhibitions).toHaveLength(3)
    expect(collection.works.length).toBeGreaterThanOrEqual(24)
    for (const { slug } of collection.exhibitions) {
      const places = collection.works.filter((w) => w.exhibition === slug).map((w) => w.position)
      expect(places.length).toBeGreaterThanOrEqual(8)
      expect(places.length).toBeLessThanOrEqual(10)
      expect(places).toEqual(places.map((_, i) => i + 1))
    }
  })

  it.each(collection.works)('$id: its scene and master exist, and the label names the master', (work) => {
    expect(SCENES[work.scene]).toBeTypeOf('function')
    const master = masters.find(({ id }) => id === work.master)
    expect(work.after.en).toBe(`after ${master?.artist.en}`)
    expect(work.after.zh).toBe(`仿${master?.artist.zh}`)
  })

  it.each(collection.works)('$id: is as wide for its height on the wall as on the canvas', (work) => {
    const canvas = work.width / work.height
    expect(Math.abs(work.widthCm / work.heightCm / canvas - 1)).toBeLessThan(0.01)
    expect(Math.max(work.width, work.height)).toBeGreaterThanOrEqual(1600)
  })

  it('refuses unknown keys, doubled ids and doubled places', () => {
    const [first, second] = collection.works
    if (!first || !second) throw new Error('The collection is empty.')
    const withWorks = (...works: object[]): unknown => ({ ...collection, works })
    expect(collectionSchema.safeParse(withWorks({ ...first, price: 1 })).success).toBe(false)
    expect(collectionSchema.safeParse(withWorks(first, { ...second, id: first.id })).success).toBe(false)
    expect(collectionSchema.safeParse(withWorks(first, { ...second, position: first.position })).success).toBe(false)
    expect(collectionSchema.safeParse(withWorks(first, second)).success).toBe(true)
  })
})
