import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { withClient } from './connection'

/**
 * Copies the folder of a running cluster between pg_backup_start and pg_backup_stop (PostgreSQL manual, "Making a Base Backup Using the
 * Low Level API"): the bundled PostgreSQL has no pg_basebackup. The copy wants the log from then on, by streaming or from an archive.
 *
 * @param url of a superuser on the cluster
 */
export async function copyCluster(url: string, cluster: string, target: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(`SELECT pg_backup_start('copy', true)`)
    // Files that vanish while they are copied make cp complain; the log brings them up to date.
    spawnSync('cp', ['-a', cluster, target], { stdio: 'ignore' })
    const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop()')
    for (const name of ['postmaster.pid', 'postmaster.opts']) fs.rmSync(path.join(target, name), { force: true })
    for (const name of fs.readdirSync(path.join(target, 'pg_wal')))
      fs.rmSync(path.join(target, 'pg_wal', name), { recursive: true })
    fs.writeFileSync(path.join(target, 'backup_label'), rows[0]?.labelfile ?? '', { mode: 0o600 })
  })
}
