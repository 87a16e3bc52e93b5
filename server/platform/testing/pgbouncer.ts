import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findProgram, installFromDistribution } from '@/launcher/testing/distribution'
import { withClient } from '@/server/platform/embedded-postgres/connection'
import { freePort } from '@/server/platform/embedded-postgres/free-port'

/** Starts a pgbouncer in transaction mode before a database, with the settings of docs/database.md; undefined where none is to be had. */
export async function startPgbouncer(databaseUrl: string): Promise<{ url: string; stop(): Promise<void> } | undefined> {
  const find = () =>
    findProgram('pgbouncer') ?? (fs.existsSync('/usr/sbin/pgbouncer') ? '/usr/sbin/pgbouncer' : undefined)
  const program = find() ?? (installFromDistribution('pgbouncer') ? find() : undefined)
  if (!program) return undefined
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vernissage-test-pgbouncer-'))
  const { hostname, port, username, password, pathname } = new URL(databaseUrl)
  const database = pathname.slice(1)
  const ownPort = await freePort(0)
  const connectQuery = `SET timezone = ''UTC''; SET statement_timeout = ''5500ms''; SET idle_in_transaction_session_timeout = ''15s''`
  const settings = `
[databases]
${database} = host=${hostname} port=${port} dbname=${database} connect_query='${connectQuery}'
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${ownPort}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${path.join(folder, 'users.txt')}
pool_mode = transaction
default_pool_size = 4
max_client_conn = 200
ignore_startup_parameters = options,statement_timeout,idle_in_transaction_session_timeout,extra_float_digits
`
  fs.writeFileSync(path.join(folder, 'pgbouncer.ini'), settings)
  fs.writeFileSync(path.join(folder, 'users.txt'), `"${username}" "${decodeURIComponent(password)}"\n`)
  // It does not run as root; to nobody the folder is readable.
  fs.chmodSync(folder, 0o755)
  const asNobody = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  const log = fs.openSync(path.join(folder, 'log'), 'a')
  const child = spawn(program, [...asNobody, path.join(folder, 'pgbouncer.ini')], { stdio: ['ignore', log, log] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const onOurEnd = () => child.kill('SIGKILL')
  process.once('exit', onOurEnd)
  const url = `postgresql://${username}:${password}@127.0.0.1:${ownPort}/${database}`
  for (const deadline = Date.now() + 20_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const isUp = await withClient(url, (client) => client.query('SELECT 1')).then(
      () => true,
      () => false,
    )
    if (isUp) break
    if (Date.now() > deadline) throw new Error(`pgbouncer: ${fs.readFileSync(path.join(folder, 'log'), 'utf8')}`)
  }
  return {
    url,
    stop: async () => {
      process.off('exit', onOurEnd)
      child.kill('SIGKILL')
      await ended
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
