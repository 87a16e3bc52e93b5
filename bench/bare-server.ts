import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** In a process of its own, as the product is: a Node server that answers everything with the same bytes. Usage: bare-server.ts BYTES TYPE */
const [size = '100', type = 'text/html'] = process.argv.slice(2)
const body = Buffer.alloc(Number(size), 'x')
const server = createServer((_request, response) => {
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length })
  response.end(body)
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
