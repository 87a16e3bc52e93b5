import { expect, it } from 'vitest'
import { z } from 'zod'
import { readTolerantly } from './tolerant'

const schema = z.strictObject({
  name: z.string(),
  status: z.enum(['open', 'closed']),
  rooms: z.array(z.strictObject({ walls: z.int() })),
})
const today = { name: 'a', status: 'open', rooms: [{ walls: 4 }, { walls: 6 }] }

it('leaves out what a newer release has added, at every depth, and changes nothing else', () => {
  const tomorrow = { ...today, mood: 'calm', rooms: [{ walls: 4 }, { walls: 6, light: { lux: 50 } }] }
  const before = structuredClone(tomorrow)
  expect(readTolerantly(schema, tomorrow).data).toEqual(today)
  expect(tomorrow).toEqual(before)
  expect(readTolerantly(schema, today).data).toEqual(today)
})

it('refuses what is wrong in a known field, with or without new ones', () => {
  expect(readTolerantly(schema, { ...today, status: 'half open' }).success).toBe(false)
  expect(readTolerantly(schema, { ...today, name: 1, mood: 'calm' }).success).toBe(false)
  expect(readTolerantly(schema, null).success).toBe(false)
})
