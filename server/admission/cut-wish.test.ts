import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rungs } from '@/lib/contracts/admission'
import { portraitQualities, portraitSizes } from '@/lib/contracts/portraits'
import { cutWish } from './cut-wish'

test('an open house paints what is wished', () => {
  expect(cutWish({ quality: 'MASTER', longSide: 2048 }, 0)).toEqual({ quality: 'MASTER', longSide: 2048, steps: null })
})

test('without HD: standard size and half of the refinement; all else as wished', () => {
  expect(cutWish({ quality: 'MASTER', longSide: 2048 }, 1)).toEqual({ quality: 'MASTER', longSide: 1024, steps: 16 })
  expect(cutWish({ quality: 'MASTER', longSide: 512 }, 1)).toEqual({ quality: 'MASTER', longSide: 512, steps: 12 })
  expect(cutWish({ quality: 'PAINTING', longSide: 768 }, 1)).toEqual({
    quality: 'PAINTING',
    longSide: 768,
    steps: null,
  })
})

test('quick, and beyond: painted once, small', () => {
  for (const rung of [2, 3, 4] as const) {
    expect(cutWish({ quality: 'MASTER', longSide: 2048 }, rung)).toEqual({
      quality: 'PAINTING',
      longSide: 512,
      steps: null,
    })
    expect(cutWish({ quality: 'SKETCH', longSide: 512 }, rung)).toEqual({
      quality: 'SKETCH',
      longSide: 512,
      steps: null,
    })
  }
})

test('no rung paints more than was wished, nor more than the rung below it', () => {
  const wishes = fc.record({
    quality: fc.constantFrom(...portraitQualities),
    longSide: fc.constantFrom(...portraitSizes),
  })
  const worth = portraitQualities.indexOf.bind(portraitQualities)
  fc.assert(
    fc.property(wishes, (wish) => {
      const cuts = rungs.map((rung) => cutWish(wish, rung))
      cuts.forEach((cut, rung) => {
        const above = cuts[rung - 1] ?? { ...wish, steps: null }
        expect(cut.longSide).toBeLessThanOrEqual(above.longSide)
        expect(worth(cut.quality)).toBeLessThanOrEqual(worth(above.quality))
      })
    }),
  )
})
