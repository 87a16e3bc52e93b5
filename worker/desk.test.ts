import { expect, it, vi } from 'vitest'
import { openDesk, sizesOf } from './desk'
import { measureRate } from './painting-rate'

const house = { name: 'house', version: '1', provider: 'cpu', codeLength: 4 }
const painter = { model: house, models: ['house', 'own', 'third'].map((name) => ({ name, version: '1', styles: [] })) }

it('leaves HD to machines with memory for it, unless it is told otherwise', () => {
  expect(sizesOf(undefined, 2 ** 30)).toEqual([512, 768, 1024])
  expect(sizesOf(undefined, 8 * 2 ** 30)).toEqual([512, 768, 1024, 2048])
  expect(sizesOf([2048], 2 ** 30)).toEqual([2048])
})

it('tells what it can, what it holds open and how busy it is', () => {
  const onChange = vi.fn()
  const rate = measureRate()
  const desk = openDesk(painter, rate, [512], onChange)
  expect(desk.abilities()).toEqual({
    sizes: [512],
    models: ['house 1', 'own 1', 'third 1'],
    warm: ['house 1'],
    provider: 'cpu',
    secondsPerMegapixel: null,
  })
  desk.begin()
  expect(desk.busy).toBe(1)
  desk.use('own 1')
  rate.note(500, 1_000_000)
  desk.end()
  expect(desk.busy).toBe(0)
  expect(onChange).toHaveBeenCalledTimes(2)
  expect(desk.abilities()).toMatchObject({ warm: ['house 1', 'own 1'], secondsPerMegapixel: 0.5 })
})
