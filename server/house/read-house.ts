import type { HouseView } from '@/lib/contracts/house'
import { catalogueRules, sizeOf } from '@/server/artworks/catalogue-rules'
import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { catalogueDb } from '@/server/platform/catalogue-db'
import { houseSelect, houseView } from './house-view'

export interface HouseFacts extends HouseView {
  /** It has an operator. */
  isSetUp: boolean
}

/** What holds before anything was decided, and where it cannot be read. */
export const freshHouse: HouseFacts = { ...houseView(null), isSetUp: true }

const houses = namedCache<HouseFacts>({ name: 'house', ...catalogueRules })

/** What is set for the whole house: kept in each process, and read anew right after the commit that changes it. */
export async function readHouse(): Promise<HouseFacts> {
  const served = await houses.read('house', async () => {
    const [row, operator] = await Promise.all([
      catalogueDb.house.findUnique({ where: { id: 1 }, select: houseSelect }),
      catalogueDb.person.findFirst({ where: { role: 'OPERATOR' }, select: { id: true } }),
    ])
    const value = { ...houseView(row), isSetUp: operator !== null }
    return { value, tags: [tags.house], bytes: sizeOf(value) }
  })
  return served?.value ?? freshHouse
}
