import fs from 'node:fs'
import path from 'node:path'
import { withClient } from './connection'
import { copyCluster } from './copy-cluster'

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`

/**
 * Makes a standby's folder from a running cluster: started there, it follows the primary by streaming, and answers reading alone.
 *
 * @param url of a superuser on the primary
 * @param name of the standby, lower case; the primary keeps the log for it under this name, until the slot is dropped
 */
export async function makeStandby(url: string, cluster: string, target: string, name: string): Promise<void> {
  await withClient(url, (client) => client.query('SELECT pg_create_physical_replication_slot($1, true)', [name]))
  await copyCluster(url, cluster, target)
  const { hostname, port, username, password } = new URL(url)
  const primary = `host=${hostname} port=${port} user=${username} password=${password} application_name=${name}`
  const settings = [`primary_conninfo = ${quote(primary)}`, `primary_slot_name = ${quote(name)}`]
  fs.appendFileSync(path.join(target, 'postgresql.auto.conf'), `\n${settings.join('\n')}\n`)
  fs.writeFileSync(path.join(target, 'standby.signal'), '', { mode: 0o600 })
}
