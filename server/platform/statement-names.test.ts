import { expect, it } from 'vitest'
import { statementNames } from './statement-names'

const limits = { afterTimes: 3, mostNames: 2, mostCounted: 10 }

it('a statement has a name from its third time on, always the same and its own', () => {
  const nameOf = statementNames(limits)
  expect([1, 2].map(() => nameOf('SELECT 1'))).toEqual([undefined, undefined])
  const name = nameOf('SELECT 1')
  expect(name).toMatch(/^v[0-9a-f]{24}$/)
  expect(nameOf('SELECT 1')).toBe(name)
  nameOf('SELECT 2')
  nameOf('SELECT 2')
  expect(nameOf('SELECT 2')).not.toBe(name)
})

it('there are only so many names, and what is not planned has none', () => {
  const nameOf = statementNames(limits)
  const thrice = (sql: string) => [1, 2, 3].map(() => nameOf(sql)).at(-1)
  expect(thrice('BEGIN')).toBeUndefined()
  const lists = ['SELECT a FROM t ORDER BY a LIMIT 9', "SELECT a FROM t WHERE a LIKE '%b%'", 'SELECT count(*) FROM t']
  expect(lists.map(thrice)).toEqual([undefined, undefined, undefined])
  expect(thrice(' with x AS (SELECT 1) SELECT * FROM x')).toBeDefined()
  expect(thrice('UPDATE t SET n = 1')).toBeDefined()
  expect(thrice('SELECT 3')).toBeUndefined()
})

it('texts that come once are forgotten', () => {
  const nameOf = statementNames(limits)
  nameOf('SELECT 0')
  nameOf('SELECT 0')
  for (let n = 1; n <= 10; n++) nameOf(`SELECT ${n}`)
  expect(nameOf('SELECT 0')).toBeUndefined()
})
