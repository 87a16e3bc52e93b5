import { expect, test } from 'vitest'
import { createReflection, type Reflection } from './reflection'

/** Moves for so long, drawn with this share of the resolution; whether the floor then reflects for who stands still. */
function move(reflection: Reflection, seconds: number, share: number): boolean {
  for (let time = 0; time < seconds; time += 0.1) reflection.measure(0.1, share)
  return reflection.isShown(share, true)
}

test('on low steps the floor reflects only while one stands still', () => {
  const reflection = createReflection(false)
  expect([reflection.isShown(1, false), reflection.isShown(0.6, false)]).toEqual([true, true])
  expect([reflection.isShown(0.5, false), reflection.isShown(0.5, true)]).toEqual([false, true])
})

test('a device that stays on low steps does without, standing still, too', () => {
  const reflection = createReflection(false)
  expect(move(reflection, 5, 0.4)).toBe(true)
  expect(move(reflection, 2, 0.4)).toBe(false)
})

test('one that was on them for a moment, now and then, does not', () => {
  const reflection = createReflection(false)
  for (let times = 0; times < 10; times++) {
    expect(move(reflection, 3, 0.5)).toBe(true)
    expect(move(reflection, 1, 1)).toBe(true)
  }
})

test('neither does one that hung once', () => {
  const reflection = createReflection(false)
  reflection.measure(40, 0.36)
  expect(reflection.isShown(0.36, true)).toBe(true)
})

test('it comes back only after a long while on high steps, and less and less readily', () => {
  const reflection = createReflection(false)
  move(reflection, 7, 0.4)
  expect(move(reflection, 60, 0.7)).toBe(false)
  expect(move(reflection, 15, 0.9)).toBe(false)
  expect(move(reflection, 1, 0.7)).toBe(false)
  expect(move(reflection, 15, 0.9)).toBe(false)
  expect(move(reflection, 6, 0.9)).toBe(true)
  move(reflection, 7, 0.4)
  expect(move(reflection, 30, 0.9)).toBe(false)
  expect(move(reflection, 11, 0.9)).toBe(true)
})

test('where the processor draws it is there for who stands still, always', () => {
  expect(move(createReflection(true), 60, 0.36)).toBe(true)
})
