import { describe, expect, it } from 'vitest'
import type { PortraitQuality } from '@/lib/contracts/portraits'
import { layersOf, planStages, type Wish } from './stages'

const wish = { canRefine: true, steps: null } as const
const plan = (quality: PortraitQuality, longSide: number, changes: Partial<Wish> = {}) =>
  planStages({ ...wish, quality, longSide, ...changes })

const sizes = (longSide: number) =>
  plan('PAINTING', longSide).stages.map(({ stage, longSide: side, isUnderpainting }) => [stage, side, isUnderpainting])

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
    const progress = plan('PAINTING', 768).stages.map((stage) => stage.progress)
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
    expect(plan('MASTER', 768, { canRefine: false })).toEqual(plan('PAINTING', 768))
    expect(plan('MASTER', 768, { steps: 0 })).toEqual(plan('PAINTING', 768))
    const sketch = plan('SKETCH', 768)
    expect(sketch.quality).toBe('SKETCH')
    expect(sketch.stages.at(-1)).toMatchObject({ stage: 'study', longSide: 384, progress: 1 })
  })

  const master = (longSide: number, steps: number | null = null) =>
    plan('MASTER', longSide, { steps }).stages.map((stage) => [stage.stage, stage.longSide, stage.steps])

  it('of a master: painted, refined coarse to fine, and refined a little more where it is enlarged', () => {
    expect(master(512)).toEqual([
      ['sketch', 128, 0],
      ['study', 256, 0],
      ['painting', 512, 0],
      ['master', 256, 12],
      ['master', 512, 12],
    ])
    expect(master(768).slice(3)).toEqual([
      ['master', 256, 12],
      ['master', 512, 12],
      ['master', 768, 8],
    ])
    expect(master(2048).slice(3)).toEqual([
      ['master', 256, 12],
      ['master', 512, 12],
      ['master', 2048, 0],
    ])
    expect(plan('MASTER', 2048).stages.at(-2)?.isUnderpainting).toBe(true)
    expect(plan('MASTER', 1024).stages.map(({ shift }) => shift)).toEqual([0, 0, 0, -1, 0, 1])
  })

  it('take no more refinement steps than they are given', () => {
    expect(master(768, 10).slice(2)).toEqual([
      ['painting', 512, 0],
      ['master', 256, 10],
      ['master', 768, 0],
    ])
    expect(master(768, 26).at(-1)).toEqual(['master', 768, 2])
    expect(master(320).map(([, size]) => size)).toEqual([128, 256, 320, 453, 320])
  })

  it('refine a small picture larger than it is, and then as it is', () => {
    expect(master(320).slice(3)).toEqual([
      ['master', 453, 20],
      ['master', 320, 24],
    ])
    expect(plan('MASTER', 320).stages.map(({ shift }) => shift)).toEqual([0, 0, 0, expect.closeTo(0.5, 2), 0])
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
