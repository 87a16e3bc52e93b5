import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { copyCluster } from '@/server/platform/embedded-postgres/copy-cluster'
import { until } from '../house/ask'
import type { House } from '../house/house'

/** Longest that a written segment waits to be archived, s; what is younger is what a lost disk costs. */
export const ARCHIVE_SECONDS = 10

/** Settings of PostgreSQL that send every finished segment of the log to a folder (PostgreSQL manual, "Continuous Archiving"). */
export function archiveTo(folder: string): string[] {
  return [
    'wal_level=replica',
    'archive_mode=on',
    `archive_timeout=${ARCHIVE_SECONDS}`,
    // Under another name until it is whole, so that a crash never leaves half a segment.
    `archive_command=cp %p ${folder}/%f.part && mv ${folder}/%f.part ${folder}/%f`,
  ]
}

/** Copies a running house: its database, then its secrets. The pictures are for {@link copyPictures}. */
export async function backUp({ postgres, dataFolder }: House, target: string): Promise<void> {
  await copyCluster(postgres.url, path.join(dataFolder, 'postgres'), path.join(target, 'postgres'))
  fs.copyFileSync(path.join(dataFolder, 'secrets.json'), path.join(target, 'secrets.json'))
}

/** Copies the pictures that the target lacks. A file is written before the row that names it, so a copy made later than the log has every one. */
export function copyPictures({ dataFolder }: Pick<House, 'dataFolder'>, target: string): void {
  execFileSync('cp', ['-au', path.join(dataFolder, 'pictures'), target])
}

/** Waits until everything that is written by now has left for the archive. @returns milliseconds; Infinity when it did not */
export async function untilArchived({ query }: House): Promise<number> {
  const began = Date.now()
  const [now] = await query<{ segment: string }>('SELECT pg_walfile_name(pg_current_wal_insert_lsn()) AS segment')
  const isArchived = await until(
    async () => {
      const [row] = await query<{ isDone: boolean }>(
        'SELECT coalesce("last_archived_wal" >= $1, false) AS "isDone" FROM pg_stat_archiver',
        [now?.segment],
      )
      return row?.isDone
    },
    (ARCHIVE_SECONDS + 60) * 1_000,
    100,
  )
  return isArchived ? Date.now() - began : Number.POSITIVE_INFINITY
}

/** Tells a copied cluster to roll itself forward from the archive when it is started. */
export function recoverFrom(archive: string, dataFolder: string): void {
  const cluster = path.join(dataFolder, 'postgres')
  fs.writeFileSync(path.join(cluster, 'recovery.signal'), '', { mode: 0o600 })
  fs.appendFileSync(path.join(cluster, 'postgresql.auto.conf'), `\nrestore_command = 'cp ${archive}/%f %p'\n`)
}
