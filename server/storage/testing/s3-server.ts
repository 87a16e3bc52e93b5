import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import S3rver from 's3rver'
import { isSigned } from './is-signed'

/** The one key that s3rver knows. */
const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

/** A server that speaks S3, on loopback, with one empty bucket. s3rver looks at the age of a signature of version 4 and not at the signature, so that is done before it. */
export async function startS3Server(bucket = 'vernissage') {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'vernissage-test-s3-'))
  const s3 = new S3rver({ silent: true, directory, configureBuckets: [{ name: bucket, configs: [] }] })
  await s3.configureBuckets()
  const answer = s3.callback()
  const server = http.createServer((request, response) => {
    if (isSigned(request, credentials.secretAccessKey)) return answer(request, response)
    request.resume()
    response.writeHead(403, { 'content-type': 'application/xml' })
    response.end('<?xml version="1.0" encoding="UTF-8"?><Error><Code>SignatureDoesNotMatch</Code></Error>')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bucket,
    credentials,
    stop: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
      await rm(directory, { recursive: true, force: true })
    },
  }
}
