import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerNotFound, withReply } from './reply'

const server = createServer((request, response) =>
  withReply(response, async () => {
    await setImmediate()
    if (request.url === '/missing') answerNotFound()
    await setImmediate()
    response.end('words')
    answerNotFound()
  }),
)
let house = ''

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  house = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

test('each of many answers under way gets its own status, and keeps its words', async () => {
  const paths = ['/missing', '/there', '/missing', '/there']
  const answers = await Promise.all(paths.map((path) => fetch(house + path)))
  expect(answers.map((answer) => answer.status)).toEqual([404, 200, 404, 200])
  expect(await answers[0]?.text()).toBe('words')
})

test('outside of an answer it does nothing', () => {
  expect(answerNotFound).not.toThrow()
})
