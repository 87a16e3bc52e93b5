import { test } from '../test'
import { type HungExhibition, hangHallExhibition } from './hall-exhibition'

/** A hall of two rooms that is hung before a file's tests, which are skipped where it cannot be. There from the first test on. */
export function hungHall(): HungExhibition {
  const hung: HungExhibition = { slug: '', works: [] }
  test.beforeAll(async () => {
    Object.assign(hung, await hangHallExhibition())
  })
  test.beforeEach(() => {
    test.skip(hung.slug === '', 'a house named from outside keeps its database to itself')
  })
  return hung
}
