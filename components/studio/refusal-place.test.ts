import { expect, test } from 'vitest'
import { placeOf } from './refusal-place'

test('a refusal is told beside what it concerns', () => {
  expect(placeOf({ code: 'photo_damaged', fields: {} })).toBe('photo')
  expect(placeOf({ code: 'style_unknown', fields: { style: 'unknown' } })).toBe('style')
  expect(placeOf({ code: 'style_unknown', fields: { blend: 'unknown' } })).toBe('blend')
  expect(placeOf({ code: 'style_unknown', fields: {} })).toBe('style')
  expect(placeOf({ code: 'too_many_orders', fields: {} })).toBe('form')
  // Nothing is wrong with the photo: it may be sent again as it is.
  expect(placeOf({ code: 'photos_waiting', fields: {} })).toBe('form')
})
