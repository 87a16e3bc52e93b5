import { expect, test } from 'vitest'
import { StartError } from './errors'
import { explainFailure } from './explain-failure'

test.each([
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', /disk that holds \/data is full/],
  ['ENOSPC: no space left on device, write', /disk that holds \/data is full/],
  ['EROFS: read-only file system, mkdir', /read-only/],
  ["EACCES: permission denied, mkdir '/data/postgres'", /may not write to \/data/],
  ['PANIC:  could not locate a valid checkpoint record', /damaged\. Nothing was changed/],
  ['FATAL:  something never seen before', /does not start: FATAL: {2}something never seen before$/],
])('explains %j in one sentence', (text, sentence) => {
  const { message } = explainFailure(new Error(text), '/data')
  expect(message).toMatch(sentence)
  expect(message).not.toContain('\n')
})

test('leaves a sentence that is one already', () => {
  const error = new StartError('Port 3000 is in use.')
  expect(explainFailure(error, '/data')).toBe(error)
})
