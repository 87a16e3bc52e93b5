import { expect, test } from 'vitest'
import { silence } from './silence'

test('is a WAV file whose measures are right', async () => {
  const bytes = Buffer.from(await silence().arrayBuffer())
  expect([bytes.toString('latin1', 0, 4), bytes.toString('latin1', 8, 16)]).toEqual(['RIFF', 'WAVEfmt '])
  expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8)
  expect(bytes.readUInt32LE(40)).toBe(bytes.length - 44)
  expect(new Set(bytes.subarray(44))).toEqual(new Set([128]))
})
