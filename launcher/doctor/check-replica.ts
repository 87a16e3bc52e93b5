import { openClient } from '../../server/backup/open-client'
import type { Query } from '../../server/backup/table-checksums'
import { bad, type Finding, ok, warning } from './finding'

const MOST_BYTES_BEHIND = 16 * 1024 * 1024

interface Place {
  isStandby: boolean
  behind: number | null
  system: string
}

const place = `
  SELECT pg_is_in_recovery() AS "isStandby", (SELECT system_identifier::text FROM pg_control_system()) AS system,
    CASE WHEN pg_is_in_recovery() THEN pg_wal_lsn_diff($1::pg_lsn, pg_last_wal_replay_lsn())::float8 END AS behind`

/** Whether the replica follows this very primary, and how far it is behind. @param query of the primary */
export async function checkReplica(query: Query, url: string): Promise<Finding[]> {
  const [primary] = await query<{ lsn: string; system: string }>(
    'SELECT pg_current_wal_flush_lsn()::text AS lsn, (SELECT system_identifier::text FROM pg_control_system()) AS system',
  )
  const see = 'docs/database.md says how one is made; without it everything is asked of the primary.'
  const replica = await openClient(url).catch((error: Error) => error)
  if (replica instanceof Error) return [bad(`The replica does not answer: ${replica.message}.`, see)]
  try {
    const [found] = await replica.query<Place & Record<string, unknown>>(place, [primary?.lsn])
    if (!found || found.system !== primary?.system) return [bad('The replica is a copy of another database.', see)]
    if (!found.isStandby) return [bad('The replica follows nobody: it is the primary itself, or was promoted.', see)]
    const behind = Math.max(0, found.behind ?? 0)
    const said = `The replica is ${(behind / 1024).toFixed(0)} KiB of log behind.`
    return [
      behind > MOST_BYTES_BEHIND
        ? warning(said, 'Look at its network, disk and pg_stat_replication; it is not asked meanwhile.')
        : ok(said),
    ]
  } finally {
    await replica.end()
  }
}
