import net from 'node:net'
import { StartError } from '../server/platform/embedded-postgres/errors'
import { freePort } from '../server/platform/embedded-postgres/free-port'

const DEFAULT_PORT = 3000

/**
 * The port to serve on, checked to be free: `PORT`, 3000 by default; 0 lets the system choose.
 *
 * @throws {StartError} when it is no port, in use, or not allowed to this user
 */
export async function choosePort(wanted = process.env.PORT, host = process.env.HOST): Promise<number> {
  const port = wanted ? Number(wanted) : DEFAULT_PORT
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartError(`PORT must be a number from 0 to 65535, and is "${wanted}".`)
  }
  if (port === 0) return freePort(0)
  for (const address of new Set([host || undefined, '127.0.0.1'])) await checkFree(port, address)
  return port
}

function checkFree(port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', (error: NodeJS.ErrnoException) => reject(sentence(port, host, error)))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve()))
  })
}

function sentence(port: number, host: string | undefined, { code }: NodeJS.ErrnoException): StartError {
  const other = `choose another one, as in PORT=${port === DEFAULT_PORT ? 3001 : DEFAULT_PORT} npm start`
  if (code === 'EADDRINUSE') return new StartError(`Port ${port} is in use: stop what uses it, or ${other}.`)
  if (code === 'EACCES') return new StartError(`This user may not serve on port ${port}: ${other}.`)
  return new StartError(`Vernissage cannot serve on port ${port} of ${host ?? 'this machine'} (${code}): ${other}.`)
}
