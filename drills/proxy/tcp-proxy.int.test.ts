import { once } from 'node:events'
import net from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TcpProxy } from './tcp-proxy'

/** Answers each chunk with itself. */
const echo = net.createServer((socket) => socket.on('error', () => {}).pipe(socket))
let proxy: TcpProxy
let port: number

beforeAll(async () => {
  echo.listen(0, '127.0.0.1')
  await once(echo, 'listening')
  proxy = new TcpProxy((echo.address() as net.AddressInfo).port)
  port = await proxy.listen()
})
afterAll(async () => {
  await proxy.close()
  echo.close()
})

async function connect() {
  const socket = net.connect(port, '127.0.0.1')
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket
}

async function ask(socket: net.Socket, text: string): Promise<string> {
  socket.write(text)
  const [chunk] = await once(socket, 'data')
  return String(chunk)
}

test('a sound line carries everything, a slow one later', async () => {
  const socket = await connect()
  expect(await ask(socket, 'one')).toBe('one')
  proxy.set({ latencyMs: 100 })
  const began = performance.now()
  expect(await ask(socket, 'two')).toBe('two')
  expect(performance.now() - began).toBeGreaterThan(190)
  proxy.set({})
  socket.destroy()
})

test('a line that resets ends the connection with an error', async () => {
  const socket = await connect()
  expect(await ask(socket, 'one')).toBe('one')
  proxy.set({ resetChance: 1 })
  const closed = new Promise<boolean>((resolve) => socket.on('close', resolve))
  socket.write('two')
  expect(await closed).toBe(true)
  proxy.set({})
})

test('a half-open connection is silent, and reset at its next byte when the line is sound again; a new one is not', async () => {
  const socket = await connect()
  const heard: string[] = []
  expect(await ask(socket, 'one')).toBe('one')
  socket.on('data', (chunk) => heard.push(String(chunk)))
  proxy.set({ isHalfOpen: true })
  socket.write('two')
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(socket.destroyed).toBe(false)
  proxy.set({})
  const closed = new Promise<boolean>((resolve) => socket.on('close', resolve))
  socket.write('three')
  const other = await connect()
  expect(await ask(other, 'four')).toBe('four')
  expect(await closed).toBe(true)
  expect(heard).toEqual([])
  other.destroy()
})
