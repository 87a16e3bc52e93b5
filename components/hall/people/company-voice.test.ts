import { expect, test } from 'vitest'
import { createCompanyVoice } from './company-voice'

const voice = () => createCompanyVoice({ others: (count) => `${count} here.`, guide: (name) => `${name} guides.` })

test('how many are here is said when it has changed, at most once in twenty seconds, and only as it is by then', () => {
  const said = voice()
  expect(said.next(0)).toBeNull()
  said.hearCount(3)
  expect(said.next(1_000)).toBe('3 here.')
  said.hearCount(4)
  said.hearCount(6)
  expect(said.next(2_000)).toBeNull()
  expect(said.next(20_999)).toBeNull()
  expect(said.next(21_000)).toBe('6 here.')
  said.hearCount(7)
  said.hearCount(6)
  expect(said.next(60_000)).toBeNull()
})

test('a guide is named once, at once, and again after they went and came', () => {
  const said = voice()
  said.hearGuides([{ id: 'a', name: 'Ada' }])
  said.hearGuides([{ id: 'a', name: 'Ada' }])
  expect(said.next(0)).toBe('Ada guides.')
  expect(said.next(1_000)).toBeNull()
  said.hearGuides([])
  said.hearGuides([{ id: 'a', name: 'Ada' }])
  expect(said.next(2_000)).toBe('Ada guides.')
})

test('of many reactions one is told, then none for ten seconds; after one’s own none either', () => {
  const said = voice()
  for (const at of [0, 50, 9_999]) said.hearReaction(`Joy ${at}.`, at)
  expect(said.next(9_999)).toBe('Joy 0.')
  expect(said.next(10_000)).toBeNull()
  said.hearReaction(null, 10_500)
  said.hearReaction('Joy again.', 12_000)
  expect(said.next(12_000)).toBeNull()
  said.hearReaction('Joy later.', 20_500)
  expect(said.next(20_500)).toBe('Joy later.')
})

test('who walks alone hears nothing of what was still to be said', () => {
  const said = voice()
  said.hearCount(2)
  said.hearGuides([{ id: 'a', name: 'Ada' }])
  said.reset()
  expect(said.next(0)).toBeNull()
})
