import { once } from 'node:events'
import { createServer, type ServerHttp2Stream } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { encodeSchema } from './encode-schema'
import type { ProviderTypes } from './schema'

const UNIMPLEMENTED = '12'
const HEAD_BYTES = 5

/** gRPC's frame: whether it is compressed, its length, the message. */
function frame(message: Buffer): Buffer {
  const head = Buffer.alloc(HEAD_BYTES)
  head.writeUInt32BE(message.length, 1)
  return Buffer.concat([head, message])
}

/**
 * Stands in for a provider as far as `terraform validate` asks it: it tells the schema, and finds nothing wrong itself. So Terraform
 * judges names, types and references, and what the provider would check in its own code stays unchecked.
 *
 * @returns what goes into TF_REATTACH_PROVIDERS, by which Terraform takes it in the provider's place
 */
export async function serveProvider(types: ProviderTypes): Promise<{ reattach: object; stop(): Promise<void> }> {
  const answers: Record<string, (request: Buffer) => Buffer> = {
    GetSchema: () => encodeSchema(types),
    // What was given, as it came: a field of the same number and type.
    PrepareProviderConfig: (request) => request,
    ValidateResourceTypeConfig: () => Buffer.alloc(0),
    ValidateDataSourceConfig: () => Buffer.alloc(0),
    Stop: () => Buffer.alloc(0),
  }
  const answer = async (stream: ServerHttp2Stream, path: string) => {
    const found = path.startsWith('/tfplugin5.Provider/')
      ? answers[path.slice('/tfplugin5.Provider/'.length)]
      : undefined
    if (!found) {
      stream.respond(
        { ':status': 200, 'content-type': 'application/grpc', 'grpc-status': UNIMPLEMENTED },
        { endStream: true },
      )
      return
    }
    const request = (await buffer(stream)).subarray(HEAD_BYTES)
    stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true })
    stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }))
    stream.end(frame(found(request)))
  }
  const server = createServer()
  const sessions = new Set<{ destroy(): void }>()
  server.on('session', (session) => sessions.add(session.on('close', () => sessions.delete(session))))
  server.on('stream', (stream, headers) => {
    stream.on('error', () => {})
    answer(stream, String(headers[':path'])).catch(() => stream.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const address = { Network: 'tcp', String: `127.0.0.1:${port}` }
  return {
    reattach: { Protocol: 'grpc', ProtocolVersion: 5, Pid: process.pid, Test: true, Addr: address },
    stop: async () => {
      for (const session of sessions) session.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
