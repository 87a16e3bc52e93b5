import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { acceptedSchema, readAudit } from './audit-report'
import { findProgram } from './distribution'
import { NOTHING, type Tally } from './tally'

const ACCEPTED = 'launcher/testing/accepted-advisories.json'
const LIMIT_MS = 60_000

/**
 * Asks the registry what is known against the packages that the product needs at run time. A high or critical advisory fails,
 * unless it is listed in accepted-advisories.json; a registry that cannot be reached, or has no advisories, is said and skipped.
 * Counts as one test.
 */
export function auditDependencies(root: string): Tally {
  const accepted = acceptedSchema.parse(JSON.parse(fs.readFileSync(path.join(root, ACCEPTED), 'utf8')))
  const audit = readAudit(askRegistry(root), accepted, new Date().toISOString().slice(0, 10))
  if ('notChecked' in audit) return { ...NOTHING, skipped: [`Dependencies (not checked: ${audit.notChecked})`] }
  for (const line of audit.accepted) console.log(`accepted: ${line}`)
  for (const line of audit.open) console.error(line)
  return {
    ...NOTHING,
    passed: audit.open.length === 0 ? 1 : 0,
    failed: audit.open.length === 0 ? [] : ['Dependencies'],
  }
}

/** npm ends with 1 where it found something, so its exit code says nothing here. */
function askRegistry(root: string): string {
  const args = ['audit', '--omit=dev', '--json', '--fetch-retries=1', '--fetch-timeout=20000']
  const npm = findProgram('npm')
  if (!npm) return JSON.stringify({ message: 'no npm on the PATH' })
  const { stdout } = spawnSync(npm, args, {
    cwd: root,
    encoding: 'utf8',
    timeout: LIMIT_MS,
    maxBuffer: 64 * 1024 * 1024,
  })
  return stdout
}
