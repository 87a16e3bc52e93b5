import { expect, test } from 'vitest'
import { nameWork } from './name-work'

test('names a work as each language does', () => {
  expect(nameWork('Water Lilies', 'Ada Lin', 'en')).toBe('Water Lilies by Ada Lin')
  expect(nameWork('Water Lilies', '', 'en')).toBe('Water Lilies')
  expect(nameWork('睡莲', '林艾达', 'zh')).toBe('林艾达《睡莲》')
})
