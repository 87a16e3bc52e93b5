import net, { type AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { choosePort } from './check-port'

test('refuses a port in use, naming it and the way out', async () => {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  await expect(choosePort(String(port))).rejects.toThrow(`Port ${port} is in use: stop what uses it, or choose another`)
  server.close()
  await expect(choosePort(String(port))).resolves.toBe(port)
})

test('0 chooses a free port', async () => {
  expect(await choosePort('0')).toBeGreaterThan(0)
})

test.each(['no', '-1', '65536', '3000.5'])('PORT=%s is refused', async (wanted) => {
  await expect(choosePort(wanted)).rejects.toThrow('PORT must be a number from 0 to 65535')
})
