import { describe, expect, it } from 'vitest'
import { planStages } from './stages'

describe('the stages of an order', () => {
  it('grow, and end at the size that was ordered', () => {
    const { stages, quality } = planStages('PAINTING', 768)
    expect(quality).toBe('PAINTING')
    expect(stages.map(({ stage, longSide }) => [stage, longSide])).toEqual([
      ['sketch', 128],
      ['study', 256],
      ['painting', 768],
    ])
    const progress = stages.map((stage) => stage.progress)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(progress.at(-1)).toBe(1)
  })

  it('leave out what would be larger than the order', () => {
    expect(planStages('PAINTING', 256).stages.map(({ stage }) => stage)).toEqual(['sketch', 'painting'])
    expect(planStages('PAINTING', 64).stages).toEqual([{ stage: 'painting', longSide: 64, progress: 1 }])
  })

  it('say what is really painted', () => {
    expect(planStages('MASTER', 512)).toEqual(planStages('PAINTING', 512))
    const sketch = planStages('SKETCH', 768)
    expect(sketch.quality).toBe('SKETCH')
    expect(sketch.stages.at(-1)).toEqual({ stage: 'study', longSide: 384, progress: 1 })
  })
})
