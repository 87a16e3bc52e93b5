import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io as connect, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Visitor } from '@/server/http/testing/visitor'
import { attachGateway } from '@/server/realtime/gateway'
import { realtime } from '@/server/realtime/realtime'
import { POST as postSignOutEverywhere } from './sign-out-everywhere/route'
import { POST as postSignUp } from './sign-up/route'

const server = createServer()
let address: string

beforeAll(async () => {
  await attachGateway(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await (await realtime()).close()
})

async function signedUp(email: string) {
  const visitor = new Visitor()
  const json = { name: 'Ada', email, password: 'a long enough password' }
  expect((await visitor.call(postSignUp, 'POST', '/api/account/sign-up', { json })).status).toBe(201)
  return visitor
}

async function open(visitor: Visitor): Promise<Socket> {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const socket = connect(address, { extraHeaders: { cookie }, transports: ['websocket'], reconnection: false })
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject))
  return socket
}

test('signing out everywhere closes the sockets of that person, and of nobody else', async () => {
  const [ada, eve] = [await signedUp('ada@example.org'), await signedUp('eve@example.org')]
  const [first, second, other] = [await open(ada), await open(ada), await open(eve)]
  const closed = Promise.all(
    [first, second].map((socket) => new Promise((resolve) => socket.once('disconnect', resolve))),
  )
  await ada.call(postSignOutEverywhere, 'POST', '/api/account/sign-out-everywhere')
  expect(await closed).toEqual(['io server disconnect', 'io server disconnect'])
  expect(other.connected).toBe(true)
  other.close()
})
