import { expect, test } from 'vitest'
import { findOperator } from './seed'

test('finds the operator among whatever else the seed says', () => {
  const output = 'hanging 24 works\n{"works":24}\n{"operator":{"email":"a@b.c","password":"p"}}\ndone\n'
  expect(findOperator(output)).toEqual({ email: 'a@b.c', password: 'p' })
})

test.each(['', 'nothing to do\n', '{"operator":{"email":"a@b.c"}}\n', '{broken\n'])('finds none in %j', (output) => {
  expect(findOperator(output)).toBeUndefined()
})
