import { expect, test } from 'vitest'
import type { HallSpace } from '../hall-works'
import { roomWords } from './room-words'

const rooms = [
  { en: 'Salon', zh: '沙龙' },
  { en: 'Room 2', zh: '第 2 展室' },
  { en: ' ', zh: '' },
].map((name) => ({ view: { name } })) as HallSpace['rooms']

test('a room is called by its number and its name, and by its number alone where the name adds nothing', () => {
  expect(roomWords({ rooms }, 0, 'en')).toBe('Room 1, Salon')
  expect(roomWords({ rooms }, 0, 'zh')).toBe('第 1 展室，沙龙')
  expect(roomWords({ rooms }, 1, 'en')).toBe('Room 2')
  expect(roomWords({ rooms }, 1, 'zh')).toBe('第 2 展室')
  expect(roomWords({ rooms }, 2, 'en')).toBe('Room 3')
})
