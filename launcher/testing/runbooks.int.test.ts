import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const folder = path.join(root, 'docs/runbooks')
const pages = fs.readdirSync(folder).map((name) => ({ name, text: fs.readFileSync(path.join(folder, name), 'utf8') }))

/** What the shell makes of a statement between quotes, with a value of its kind in each placeholder's place. */
const asSent = (quoted: string) =>
  quoted
    .replaceAll('\\"', '"')
    .replaceAll("'PERSON'", "'00000000-0000-0000-0000-000000000000'")
    .replace(/\bPID\b/, '0')
const statements = pages.flatMap(({ name, text }) =>
  [...text.matchAll(/npm run sql -- "((?:[^"\\]|\\.)*)"|psql [^`\n]*?-c (?:"([^"]*)"|'([^']*)')/g)]
    .map(([, ours, double, single]) => ({ name, sql: asSent(ours ?? double ?? single ?? '') }))
    // Settings of the server, and the queue's own tables, which are made when it is opened.
    .filter(({ sql }) => /^(select|update)\b/i.test(sql) && !/…|bullmq\.|pg_drop_|pg_create_|pg_promote/.test(sql)),
)

const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
beforeAll(() => client.connect())
afterAll(() => client.end())

describe('the runbooks’ questions', () => {
  it.each(statements)('$name: $sql', async ({ sql }) => {
    const { rows } = await client.query(`EXPLAIN ${sql}`)
    expect(rows.length).toBeGreaterThan(0)
  })

  it('are all that the pages ask', () => {
    expect(statements.length).toBeGreaterThan(15)
  })
})

it('call npm’s commands and drills by names that there are', () => {
  const { scripts } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: object }
  const called = pages.flatMap(({ text }) =>
    [...text.matchAll(/npm run (?:-s )?([\w-]+)/g)].map(([, name = '']) => name),
  )
  expect(called.length).toBeGreaterThan(20)
  expect([...new Set(called)].filter((name) => !(name in scripts))).toEqual([])
  const drills = fs.readFileSync(path.join(root, 'docs/drills.md'), 'utf8')
  const named = pages.flatMap(({ text }) => [...text.matchAll(/[Dd]rill `([\w-]+)`/g)].map(([, name = '']) => name))
  expect(named.filter((name) => !drills.includes(`\`${name}\``))).toEqual([])
})

it('name settings that the house knows', () => {
  const settings = fs.readFileSync(path.join(root, 'docs/configuration.md'), 'utf8')
  const compose = fs.readFileSync(path.join(root, 'deploy/compose/.env.example'), 'utf8')
  const named = pages.flatMap(({ text }) =>
    [
      ...text.matchAll(
        /`((?:PAINTER|WORKER|DATABASE|ORDER|ORDERS|API|ADMISSION|ARCHIVE|AUDIT|PORTRAIT|S3|LOG|PROMETHEUS|METRICS|AUTH|TRUSTED)_[A-Z_]+)/g,
      ),
    ].map(([, name = '']) => name),
  )
  expect(named.length).toBeGreaterThan(15)
  expect(
    [...new Set(named)].filter((name) => !settings.includes(`\`${name}\``) && !compose.includes(`${name}=`)),
  ).toEqual([])
})

it('say of each trouble how its remedy was tried, or what of it could not be', () => {
  const untried = pages.filter(({ name, text }) => name !== 'README.md' && !text.includes('**Tried.**'))
  expect(untried.map(({ name }) => name)).toEqual([])
})
