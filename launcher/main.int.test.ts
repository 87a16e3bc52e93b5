import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { refTo } from './process-lock'

let data: string
beforeEach(() => {
  data = fs.mkdtempSync(path.join(os.tmpdir(), 'vernissage-main-'))
  return () => fs.rmSync(data, { recursive: true, force: true })
})

/** Runs `npm start`'s program until it ends by itself. */
async function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ['launcher/start.mjs'], {
    env: { ...process.env, DATABASE_URL: '', PORT: '0', VERNISSAGE_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  child.stdout.resume()
  const [exitCode] = await once(child, 'close')
  return { exitCode, stderr }
}

/** Every file under a folder with its text. */
function contentOf(folder: string): Record<string, string> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter((name) => fs.statSync(path.join(folder, name)).isFile())
  return Object.fromEntries(files.map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]))
}

const SECRETS = JSON.stringify({ authSecret: 'a'.repeat(43), postgresPassword: 'b'.repeat(43) })

test.each<[string, () => Record<string, string>, RegExp]>([
  [
    'a data folder that is a file',
    () => {
      fs.writeFileSync(path.join(data, 'file'), 'mine')
      return { VERNISSAGE_DATA: path.join(data, 'file') }
    },
    /is not a folder/,
  ],
  [
    'a database without PG_VERSION',
    () => {
      fs.mkdirSync(path.join(data, 'postgres/base'), { recursive: true })
      fs.writeFileSync(path.join(data, 'secrets.json'), SECRETS)
      return {}
    },
    /damaged: PG_VERSION is missing/,
  ],
  [
    'damaged secrets',
    () => {
      fs.writeFileSync(path.join(data, 'secrets.json'), 'garbage')
      return {}
    },
    /secrets\.json is damaged/,
  ],
  [
    'another launcher on the same data',
    () => {
      const record = { owner: refTo(process.pid), port: 3210, children: [], isClosing: false }
      fs.writeFileSync(path.join(data, 'launcher.json'), JSON.stringify(record))
      return {}
    },
    /already runs from .* at http:\/\/localhost:3210/,
  ],
  [
    'a database that cannot be reached',
    () => ({ DATABASE_URL: 'postgresql://a@127.0.0.1:1/b' }),
    /127\.0\.0\.1:1, named/,
  ],
  ['a DATABASE_URL that is none', () => ({ DATABASE_URL: 'my database' }), /DATABASE_URL is not a URL/],
  ['a PORT that is none', () => ({ PORT: 'http' }), /PORT must be a number/],
])('%s: one sentence, exit code 1, nothing overwritten', async (_what, prepare, sentence) => {
  const env = prepare()
  const before = contentOf(data)
  const { exitCode, stderr } = await start(env)
  expect(stderr).toMatch(sentence)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(exitCode).toBe(1)
  expect(contentOf(data)).toMatchObject(before)
})

test('a busy port: one sentence and exit code 1, before anything is started', async () => {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  const { exitCode, stderr } = await start({ PORT: String(port) })
  server.close()
  expect(stderr.trim()).toBe(
    `Port ${port} is in use: stop what uses it, or choose another one, as in PORT=3000 npm start.`,
  )
  expect(exitCode).toBe(1)
  expect(fs.readdirSync(data)).toEqual([])
})
