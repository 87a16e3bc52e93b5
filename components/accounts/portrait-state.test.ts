import { expect, test } from 'vitest'
import { portraitState } from './portrait-state'

const order = { status: 'QUEUED', queuePosition: null, progress: 0, artworkId: null } as const

test('says how far an order is', () => {
  expect(portraitState(order, 'en')).toBe('Waiting for the painter')
  expect(portraitState({ ...order, queuePosition: 0 }, 'en')).toBe('Waiting for the painter')
  expect(portraitState({ ...order, queuePosition: 1 }, 'en')).toBe('Waiting, one ahead')
  expect(portraitState({ ...order, queuePosition: 3 }, 'zh')).toBe('等待中，前面还有 3 幅')
  expect(portraitState({ ...order, status: 'PAINTING', progress: 0.416 }, 'en')).toBe('Being painted, 42 %')
  expect(portraitState({ ...order, status: 'PAINTED' }, 'en')).toBe('Painted')
  expect(portraitState({ ...order, status: 'PAINTED', artworkId: 'x' }, 'en')).toBe('Painted, and hung')
  expect(portraitState({ ...order, status: 'FAILED' }, 'zh')).toBe('未能画成')
  expect(portraitState({ ...order, status: 'CANCELLED' }, 'en')).toBe('Stopped')
})
