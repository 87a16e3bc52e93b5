import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { StartError } from './errors'

const NOBODY = 65534

/** How PostgreSQL's programs are started, since they refuse to run as root. */
export interface Account {
  /** Put before the program and its arguments. */
  prefix: string[]
  /** Who must own the files, where that is not the user we are. */
  owner?: { uid: number; gid: number }
}

/** Root outside, nobody inside: files stay root's own, so it works in a home folder that is closed to others. */
const NAMESPACE: Account = {
  prefix: ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'],
}

/** Another user for real, for where user namespaces are forbidden, as in most containers. */
export function otherUser(uid: number, gid: number): Account {
  return { prefix: ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--'], owner: { uid, gid } }
}

/**
 * Chooses the account for a cluster: whoever owns it, else the first under which the program runs in that folder.
 *
 * @param cluster the cluster's folder, which need not exist; its parent must
 * @throws {StartError} when we are root and no account will do
 */
export function chooseAccount(cluster: string, postgres: string): Account {
  const parent = path.dirname(cluster)
  if (process.getuid?.() !== 0) return hasName() || !canRun(NAMESPACE, postgres, parent) ? { prefix: [] } : NAMESPACE
  const owner = fs.statSync(fs.existsSync(cluster) ? cluster : parent)
  if (owner.uid !== 0 && fs.existsSync(cluster)) return otherUser(owner.uid, owner.gid)
  const candidates = [NAMESPACE, otherUser(owner.uid || NOBODY, owner.gid || NOBODY)]
  const account = candidates.find((candidate) => canRun(candidate, postgres, parent))
  if (account) return account
  throw new StartError(
    `PostgreSQL does not run as root, and no other user may enter ${parent} and ${path.dirname(postgres)}: ` +
      'start Vernissage as an ordinary user, or put it and VERNISSAGE_DATA where every user can enter.',
  )
}

/** Whether this user is in the machine's list of users, which initdb insists on; in many containers nobody is. */
function hasName(): boolean {
  try {
    os.userInfo()
    return true
  } catch {
    return false
  }
}

function canRun({ prefix, owner }: Account, postgres: string, parent: string): boolean {
  if (owner) letPass(parent)
  const [command = '', ...args] = [...prefix, 'sh', '-c', 'cd "$1" && exec "$0" --version', postgres, parent]
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

/** Lets others pass through the data folder, which is ours, to the cluster in it; they still cannot list it. */
function letPass(folder: string) {
  const { mode } = fs.statSync(folder)
  if ((mode & 0o011) !== 0o011) fs.chmodSync(folder, mode | 0o011)
}
