import { expect, it } from 'vitest'
import { addRoomBodySchema } from './desk'

it('takes a room to measure or for a number of works, and nothing between', () => {
  const room = { nameEn: 'One', nameZh: '一', architecture: 'loft' }
  const size = { width: 9, depth: 7, height: 4 }
  const isTaken = (more: object) => addRoomBodySchema.safeParse({ ...room, ...more }).success
  expect([isTaken(size), isTaken({ places: 8 })]).toEqual([true, true])
  expect([isTaken({}), isTaken({ ...size, places: 8 }), isTaken({ width: 9, depth: 7 })]).toEqual([false, false, false])
})
