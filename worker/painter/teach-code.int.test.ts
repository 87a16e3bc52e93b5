import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Easel } from './easel'
import { findModels } from './find-models'
import { FINE } from './stroke-sizes'
import { studyPainting } from './study-painting'
import { readStudyPictures, type StudyPicture } from './study-pictures'
import { targetAt } from './style-target'
import { teachCode } from './teach-code'
import { encodeTestPhoto } from './testing/orders'

let easel: Easel
let pictures: StudyPicture[]

const network = async (name: 'look' | 'teach') => {
  const session = await easel.network(name)
  if (!session) throw new Error(`The house's model has no network ${name}.`)
  return session
}

const plan = { steps: 14, budgetMs: 120_000, rate: 0.03 }

async function lessonFor(painting: Uint8Array, changes: Partial<typeof plan> = {}) {
  const { fine, target } = (await studyPainting(easel, painting, 0)) ?? {}
  if (!fine || !target || !easel.model.target) throw new Error('The house refines.')
  const lesson = targetAt(target, easel.model.target, FINE)
  return { guess: fine, ...(await teachCode(await network('teach'), fine, lesson, pictures, { ...plan, ...changes })) }
}

beforeAll(async () => {
  const [model] = (await findModels()).models
  const sheet = await model?.readStudies()
  if (!model || !sheet) throw new Error('The house teaches its codes.')
  easel = await Easel.open(model, { providers: ['cpu'], threads: 2, budgetMs: Number.POSITIVE_INFINITY })
  pictures = await readStudyPictures(sheet, await network('look'))
})

afterAll(() => easel.close())

describe('a lesson', () => {
  it('brings what is painted nearer to the painting, and leaves the guess as it was', async () => {
    const { guess, code, before, after } = await lessonFor(await encodeTestPhoto(300, 220))
    expect(after).toBeLessThan(before)
    expect(code).not.toEqual(guess)
    expect(code.every(Number.isFinite)).toBe(true)
  })

  it.each([
    ['one pixel', 1, 1],
    ['a line', 20, 900],
  ])('of %s gives finite numbers', async (_, width, height) => {
    const { code } = await lessonFor(await encodeTestPhoto(width, height), { steps: 4 })
    expect(code.every(Number.isFinite)).toBe(true)
  })

  it('without time gives the guess back', async () => {
    const { guess, code } = await lessonFor(await encodeTestPhoto(120, 90), { budgetMs: 0 })
    expect(code).toEqual(guess)
  })

  it('that is called off keeps what was learned by then', async () => {
    const painting = await encodeTestPhoto(120, 90)
    const { fine, target } = (await studyPainting(easel, painting, 0)) ?? {}
    if (!fine || !target || !easel.model.target) throw new Error('The house refines.')
    let steps = 0
    const onStep = async () => void steps++
    const lesson = targetAt(target, easel.model.target, FINE)
    await teachCode(await network('teach'), fine, lesson, pictures, plan, onStep, () => steps === 2)
    expect(steps).toBe(2)
  })

  it('is of squares in a row; another sheet is refused', async () => {
    const look = await network('look')
    await expect(readStudyPictures(await encodeTestPhoto(100, 64), look)).rejects.toMatchObject({
      code: 'model_damaged',
    })
    await expect(readStudyPictures(Buffer.from('none'), look)).rejects.toMatchObject({ code: 'model_damaged' })
  })
})
