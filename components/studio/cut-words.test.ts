import { expect, test } from 'vitest'
import { cutWords } from './cut-words'

test('says what was wished and how much of the refinement was left', () => {
  const hd = { quality: 'MASTER', size: 2048 } as const
  expect(cutWords({ cut: null, quality: 'MASTER', size: 2048 }, 'en')).toEqual([])
  expect(cutWords({ cut: { ...hd, steps: 26 }, quality: 'MASTER', size: 1024 }, 'en')).toEqual([
    'You wished for Master, 2048 px. It was a busy hour, and less of it was painted.',
    'Refined less at that busy hour: 26 steps at most.',
  ])
  expect(cutWords({ cut: { ...hd, size: 512, steps: 22 }, quality: 'MASTER', size: 512 }, 'zh')).toEqual([
    '当时正忙，精修较少：最多 22 步。',
  ])
  expect(cutWords({ cut: { ...hd, steps: null }, quality: 'PAINTING', size: 512 }, 'zh')).toHaveLength(1)
})
