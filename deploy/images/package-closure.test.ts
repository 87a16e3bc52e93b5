import { expect, test } from 'vitest'
import { packageClosure, parseLock } from './package-closure'

const lock = parseLock(
  JSON.stringify({
    packages: {
      '': {},
      'node_modules/a': { dependencies: { b: '1', c: '1' }, optionalDependencies: { other: '1' } },
      'node_modules/a/node_modules/b': { dependencies: { c: '1' } },
      'node_modules/b': {},
      'node_modules/@s/c': {},
      'node_modules/c': { dependencies: { '@s/c': '1', a: '1' } },
      'node_modules/unused': {},
    },
  }),
)

test('takes a package with all that it needs, each from where Node would load it', () => {
  expect(packageClosure(lock, ['a'])).toEqual([
    'node_modules/@s/c',
    'node_modules/a',
    'node_modules/a/node_modules/b',
    'node_modules/c',
  ])
})

test('says what is missing', () => {
  expect(() => packageClosure(lock, ['d'])).toThrow('package-lock.json has no d')
})
