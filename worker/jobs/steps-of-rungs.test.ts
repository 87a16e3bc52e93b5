import { expect, test } from 'vitest'
import { portraitSizes } from '@/lib/contracts/portraits'
import { cutWish, wholeSteps } from '@/server/admission/cut-wish'
import { planStages } from '@/worker/painter/stages'

const stepsOf = (longSide: number, steps: number | null) =>
  planStages({ quality: 'MASTER', longSide, canRefine: true, steps }).stages.reduce(
    (sum, stage) => sum + stage.steps,
    0,
  )

test('the door knows how many steps a whole refinement has', () => {
  for (const longSide of [300, 384, ...portraitSizes]) expect(wholeSteps(longSide)).toBe(stepsOf(longSide, null))
})

test('on rung 1 the painter plans half of them', () => {
  for (const longSide of portraitSizes) {
    const cut = cutWish({ quality: 'MASTER', longSide }, 1)
    expect(stepsOf(cut.longSide, cut.steps)).toBe(Math.floor(stepsOf(cut.longSide, null) / 2))
  }
})
