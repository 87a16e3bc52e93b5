import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { DataFolder } from '../data-folder'
import { openDataFolder } from '../data-folder'
import { isInstalled } from '../installed.mjs'
import { tooOldNode } from '../node-version.mjs'
import { bad, type Finding, ok, skipped, warning } from './finding'

const GIB = 2 ** 30

export function checkVersions(root: string): Finding[] {
  const old = tooOldNode(process.versions.node)
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  return [
    old
      ? bad(old, 'Install it, then npm ci.')
      : ok(`Vernissage ${version} on Node ${process.versions.node}, ${os.platform()} ${os.arch()}.`),
    isInstalled(root, { withDev: false })
      ? ok('The packages are those of package-lock.json.')
      : bad('The packages are not those of package-lock.json.', 'Run npm ci.'),
  ]
}

/** Whether the data folder can be worked in, is closed to others, and its disk has room. */
export function checkDisk(folder: DataFolder): Finding[] {
  if (!fs.existsSync(folder.root)) return [skipped(`${folder.root} is not there yet; npm start makes it.`)]
  try {
    openDataFolder(folder)
  } catch (error) {
    return [bad(error instanceof Error ? error.message : String(error), 'Until then nothing can be accepted.')]
  }
  const { bavail, blocks, bsize, ffree, files } = fs.statfsSync(folder.root)
  const [free, share] = [bavail * bsize, bavail / blocks]
  const said = `${(free / GIB).toFixed(1)} GiB (${Math.round(share * 100)} %) are free under ${folder.root}.`
  const isTight = free < 2 * GIB || share < 0.05
  const findings = [isTight ? warning(said, 'Make room: docs/runbooks/full-disk.md.') : ok(said)]
  if (files > 0 && ffree / files < 0.05)
    findings.push(warning(`Only ${ffree} files more can be made there.`, 'Make room: docs/runbooks/full-disk.md.'))
  const { mode } = fs.statSync(folder.secretsFile, { throwIfNoEntry: false }) ?? { mode: 0o600 }
  if ((mode & 0o077) !== 0)
    findings.push(warning(`${folder.secretsFile} can be read by others.`, `chmod 600 ${folder.secretsFile}`))
  return findings
}

/** Whether the system says that its clock follows others. How far it is off is seen beside the database's and Redis'. */
export function checkClockKeeping(): Finding[] {
  const { stdout, status } = spawnSync('timedatectl', ['show', '--property=NTPSynchronized', '--value'], {
    encoding: 'utf8',
  })
  if (status !== 0) return []
  return stdout.trim() === 'yes'
    ? [ok('The system keeps its clock by others (NTP).')]
    : [warning('The system does not keep its clock by others (NTP).', 'Turn it on: timedatectl set-ntp true.')]
}
