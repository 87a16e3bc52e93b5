import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openedAtOf, type PaintingOutcome, stateAt } from './breaker'

/** `w` went well, `f` failed; one each tenth of a second. */
const history = (letters: string, from = 0): PaintingOutcome[] =>
  [...letters].map((letter, i) => ({ isFailure: letter === 'f', at: from + i * 100 }))
const stateAfter = (outcomes: PaintingOutcome[], laterMs = 0) =>
  stateAt(openedAtOf(outcomes), (outcomes.at(-1)?.at ?? 0) + laterMs)

test('stays closed before 20 paintings, however they end', () => {
  expect(stateAfter([])).toBe('closed')
  expect(stateAfter(history('f'.repeat(19)))).toBe('closed')
  expect(stateAfter(history('f'.repeat(20)))).toBe('open')
})

test('opens above 30 % of the window, not at it', () => {
  expect(stateAfter(history(`${'w'.repeat(14)}${'f'.repeat(6)}`))).toBe('closed')
  expect(stateAfter(history(`${'w'.repeat(13)}${'f'.repeat(7)}`))).toBe('open')
})

test('the window slides: failures of long ago do not count', () => {
  expect(stateAfter([...history('f'.repeat(6)), ...history(`${'w'.repeat(14)}${'f'.repeat(6)}`, 120_000)])).toBe(
    'closed',
  )
})

test('half-opens after five seconds, and the next painting decides', () => {
  const failing = history('f'.repeat(20))
  const last = failing.at(-1)?.at ?? 0
  expect(stateAfter(failing, 4_999)).toBe('open')
  expect(stateAfter(failing, 5_000)).toBe('half-open')
  expect(stateAfter([...failing, { isFailure: false, at: last + 5_000 }])).toBe('closed')
  const again = [...failing, { isFailure: true, at: last + 6_000 }]
  expect(stateAfter(again, 4_999)).toBe('open')
  expect(stateAfter(again, 5_000)).toBe('half-open')
})

test('what ends while it rests began before and says nothing', () => {
  const failing = history('f'.repeat(20))
  const last = failing.at(-1)?.at ?? 0
  expect(stateAfter([...failing, { isFailure: false, at: last + 4_000 }], 900)).toBe('open')
})

const outcomes = fc
  .array(fc.record({ gap: fc.integer({ min: 0, max: 8_000 }), isFailure: fc.boolean() }), { maxLength: 120 })
  .map((steps) => {
    let at = 0
    return steps.map(({ gap, isFailure }) => {
      at += gap
      return { at, isFailure }
    })
  })

test('for any history: open needs a failure within the last five seconds, and closed follows any success after the rest', () => {
  fc.assert(
    fc.property(outcomes, fc.integer({ min: 0, max: 20_000 }), (past, later) => {
      const now = (past.at(-1)?.at ?? 0) + later
      const openedAt = openedAtOf(past)
      if (stateAt(openedAt, now) === 'open')
        expect(past.some(({ isFailure, at }) => isFailure && at > now - 5_000)).toBe(true)
      if (openedAt !== null) {
        const at = Math.max(now, openedAt + 5_000)
        expect(stateAt(openedAtOf([...past, { isFailure: false, at }]), at)).toBe('closed')
        expect(stateAt(openedAtOf([...past, { isFailure: true, at }]), at)).toBe('open')
      }
    }),
    { numRuns: 1_000 },
  )
})

test('for any history with too few failures it is never anything but closed', () => {
  // At most three of any twenty in a row fail.
  const rare = fc
    .array(fc.integer({ min: 6, max: 12 }), { maxLength: 20 })
    .map((runs) => runs.map((run) => `f${'w'.repeat(run)}`).join(''))
  fc.assert(
    fc.property(rare, (letters) => {
      expect(stateAfter(history(letters))).toBe('closed')
    }),
    { numRuns: 1_000 },
  )
})
