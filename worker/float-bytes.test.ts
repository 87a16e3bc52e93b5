import { expect, it } from 'vitest'
import { bytesOf, numbersOf } from './float-bytes'

it('keeps numbers, wherever in a larger buffer they come to lie', () => {
  const numbers = Float32Array.of(0, -1.5, 3.25e-7, 65504)
  const bytes = bytesOf(numbers)
  const shifted = new Uint8Array(bytes.length + 3)
  shifted.set(bytes, 1)
  expect(numbersOf(bytes)).toEqual(numbers)
  expect(numbersOf(shifted.subarray(1, bytes.length + 1))).toEqual(numbers)
})

it('writes the lowest byte first, whatever the machine', () => {
  expect([...bytesOf(Float32Array.of(1))]).toEqual([0, 0, 0x80, 0x3f])
})
