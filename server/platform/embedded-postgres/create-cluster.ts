import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { Account } from './account'
import type { PostgresBinaries } from './binaries'
import { explainFailure } from './explain-failure'

/** The database's owner in every embedded cluster. */
export const DATABASE_USER = 'vernissage'

/**
 * Makes a new cluster. It is made beside its place and moved there when complete, so a crash half-way leaves no
 * half-made database behind; what an earlier crash left is removed.
 *
 * @param password the owner's password; logins are checked with SCRAM-SHA-256
 * @throws {StartError} when initdb fails
 */
export async function createCluster(cluster: string, password: string, binaries: PostgresBinaries, account: Account) {
  const draft = `${cluster}.new`
  const passwordFile = `${cluster}.password`
  fs.rmSync(draft, { recursive: true, force: true })
  fs.rmSync(passwordFile, { force: true })
  try {
    fs.mkdirSync(draft, { mode: 0o700 })
    fs.writeFileSync(passwordFile, password, { mode: 0o600 })
    if (account.owner) {
      fs.chownSync(draft, account.owner.uid, account.owner.gid)
      fs.chownSync(passwordFile, account.owner.uid, account.owner.gid)
    }
    await runInitdb(draft, passwordFile, binaries, account)
    fs.rmSync(cluster, { recursive: true, force: true }) // at most an empty folder: see inspectCluster
    fs.renameSync(draft, cluster)
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true })
    throw explainFailure(error, path.dirname(cluster))
  } finally {
    fs.rmSync(passwordFile, { force: true })
  }
}

function runInitdb(draft: string, passwordFile: string, binaries: PostgresBinaries, account: Account) {
  const [command = '', ...args] = [
    ...account.prefix,
    binaries.initdb,
    ...['-D', draft, '-U', DATABASE_USER, '--pwfile', passwordFile, '--auth=scram-sha-256'],
    ...['-E', 'UTF8', '--locale=C', '--no-instructions'],
  ]
  return new Promise<void>((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    let stderr = ''
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`initdb failed: ${stderr.trim() || `exit code ${code}`}`))
    })
  })
}
