import { expect, test } from 'vitest'
import { idSchema } from '@/lib/contracts/common'
import { newUuid } from './new-uuid'

test('is a random id such as the house takes, another one each time', () => {
  const ids = Array.from({ length: 200 }, newUuid)
  expect(ids.every((id) => idSchema.safeParse(id).success && id[14] === '4')).toBe(true)
  expect(new Set(ids).size).toBe(200)
})
