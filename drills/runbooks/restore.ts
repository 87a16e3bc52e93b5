import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { freePort } from '@/server/platform/embedded-postgres/free-port'
import { until } from '../house/ask'
import { statusOf } from '../house/program'
import { root } from '../house/template'
import { insist } from '../show/steps'
import type { Trial } from './trial'

const OLD = '/mnt/elsewhere/vernissage-2026-11-25T22-23-51-387Z'

/** Into a new folder, which is opened, closed, and given new keys. */
export const restore: Trial = {
  page: 'restore',
  backEnd: 'postgres',
  async run(desk, page) {
    const { house, folder } = desk
    const elsewhere = path.join(folder, 'elsewhere')
    await desk.sees(`npm run backup -- ${elsewhere}`, /vernissage-/)
    const listed = await desk.sees(page.command('ls -d', { '/mnt/elsewhere': elsewhere }), /vernissage-/)
    const backup = listed.trim().split('\n').at(-1) ?? ''
    await desk.sees(page.command('--verify', { [OLD]: backup }), /is whole/)

    const [{ sha256 = '' } = {}] = await house.query<{ sha256: string }>('SELECT sha256 FROM "StoredFile" LIMIT 1')
    const file = path.join('files', sha256.slice(0, 2), sha256)
    fs.rmSync(path.join(house.dataFolder, 'pictures', file))
    await desk.sees(page.command('scrub -- --deep'), new RegExp(`missing.*${sha256}`))
    await desk.sees(page.command('cp --parents', { [OLD]: backup, 'files/ab/abc…': file }), /^$/)
    await desk.sees(page.command('npm run scrub'), /No row points at nothing/)

    const [{ id = '' } = {}] = await house.query<{ id: string }>('SELECT id FROM "Artwork" LIMIT 1')
    await desk.sees(`cd ${backup}; ${page.command('zcat', { '"id":"…"': `"id":"${id}"` })}`, new RegExp(id))

    const restored = path.join(folder, 'restored')
    const here = page.command('export', { '/srv/vernissage': restored })
    await desk.sees([here, page.command('npm run restore', { [OLD]: backup })], /npm start opens the house/)
    const doctor = await desk.run(here, page.command('npm run doctor'))
    insist(!/BAD +(database|migrations|pictures|networks)/.test(doctor.out), doctor.out)
    await open(restored, page.command('npm start'))
    return 'a picture lost and put back; all of it into a new folder, which npm start opened'
  },
}

/** `npm start` on a folder until it answers, and its end by Ctrl-C. */
async function open(dataFolder: string, command: string) {
  const port = await freePort(0)
  const { DATABASE_URL: _database, REDIS_URL: _redis, REDIS_CACHE_URL: _cache, ...surroundings } = process.env
  const env = { ...surroundings, VERNISSAGE_DATA: dataFolder, PORT: String(port), HOST: '127.0.0.1' }
  const house = spawn('bash', ['-c', `exec ${command}`], { cwd: root, env, stdio: 'ignore', detached: true })
  const ended = once(house, 'exit')
  try {
    const isOpen = async () => (await statusOf(`http://127.0.0.1:${port}/api/health/ready`)) === 200
    insist(await until(isOpen, 170_000, 500), 'the restored house does not open')
  } finally {
    if (house.pid) process.kill(-house.pid, 'SIGINT')
    await ended
  }
}

export const rotatingKeys: Trial = {
  page: 'rotating-keys',
  backEnd: 'postgres',
  async run(desk, page) {
    const { house, folder } = desk
    const here = `export VERNISSAGE_DATA=${path.join(folder, 'restored')}`
    const secrets = path.join(folder, 'restored/secrets.json')
    const rotate = page.command('npm run rotate')
    await desk.sees(rotate, /already runs/, 1)
    const before = fs.readFileSync(secrets, 'utf8')
    const backup = page.command('npm run backup', { '/mnt/elsewhere': path.join(folder, 'again') })
    await desk.sees([here, backup, rotate], /Everybody signs in again/)
    insist(fs.readFileSync(secrets, 'utf8') !== before, 'the secrets are as before')
    await desk.sees([here, 'npm run sql -- "SELECT count(*) FROM \\"Artwork\\""'], /count/)
    // Only a superuser may make roles; in the embedded database the house is one.
    const sql = [page.command('CREATE ROLE', { '…': 'for-the-drill' }), page.command('ALTER ROLE')]
    await desk.sees(
      sql.map((each) => `psql "$HOUSE_DATABASE" -c "${each}"`),
      /ALTER ROLE/,
    )
    const second = new URL(house.postgres.url)
    second.username = 'vernissage_b'
    second.password = 'for-the-drill'
    await desk.sees(
      `psql "${second.href}" -c 'SELECT current_user, count(*) FROM "Artwork" GROUP BY 1'`,
      /vernissage +\|/,
    )
    return 'refused on the open house; the closed one opens under new keys; the second role reads what the first owns'
  },
}
