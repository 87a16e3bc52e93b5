import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

/**
 * In a process of its own, as the product is: a Node server that parses an order as JSON, reads one row by its key and answers with it.
 * Usage: bare-order-server.ts BYTES, with DATABASE_URL
 */
const answerBytes = Number(process.argv[2])
const rows = 10_000
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12 })
await pool.query('CREATE TABLE IF NOT EXISTS bare_order (id int PRIMARY KEY, answer text NOT NULL)')
await pool.query(
  `INSERT INTO bare_order SELECT n, repeat('x', $1::int) FROM generate_series(1, $2::int) n ON CONFLICT DO NOTHING`,
  [answerBytes - 13, rows],
)

const server = createServer(async (request, response) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const { order } = JSON.parse(Buffer.concat(parts).toString()) as { order: number }
  const read = await pool.query<{ answer: string }>({
    name: 'read',
    text: 'SELECT answer FROM bare_order WHERE id = $1',
    values: [(order % rows) + 1],
  })
  const body = JSON.stringify({ answer: read.rows[0]?.answer })
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }).end(body)
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
