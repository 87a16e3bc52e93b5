import { describe, expect, it } from 'vitest'
import { layersOf, planStages } from './stages'

const sizes = (longSide: number) =>
  planStages('PAINTING', longSide).stages.map(({ stage, longSide: side, isUnderpainting }) => [
    stage,
    side,
    isUnderpainting,
  ])

describe('the stages of an order', () => {
  it('grow, and end at the size that was ordered', () => {
    expect(sizes(512)).toEqual([
      ['sketch', 128, false],
      ['study', 256, false],
      ['painting', 512, false],
    ])
    expect(sizes(1600)).toEqual([
      ['sketch', 128, false],
      ['study', 400, true],
      ['painting', 800, true],
      ['painting', 1600, false],
    ])
    const progress = planStages('PAINTING', 768).stages.map((stage) => stage.progress)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(progress.at(-1)).toBe(1)
  })

  it('leave out what would be larger than the order', () => {
    expect(sizes(256)).toEqual([
      ['sketch', 128, false],
      ['painting', 256, false],
    ])
    expect(sizes(64)).toEqual([['painting', 64, false]])
  })

  it('say what is really painted', () => {
    expect(planStages('MASTER', 768)).toEqual(planStages('PAINTING', 768))
    const sketch = planStages('SKETCH', 768)
    expect(sketch.quality).toBe('SKETCH')
    expect(sketch.stages.at(-1)).toMatchObject({ stage: 'study', longSide: 384, progress: 1 })
  })
})

describe('layers', () => {
  it.each([
    [100, [100]],
    [512, [512]],
    [768, [384, 768]],
    [2048, [512, 1024, 2048]],
  ])('of %i px are %j', (longSide, layers) => {
    expect(layersOf(longSide)).toEqual(layers)
  })
})
