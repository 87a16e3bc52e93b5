import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const INSTALL_LIMIT_MS = 5 * 60_000

/** The absolute path of the first of some programs that is on the PATH. */
export function findProgram(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable)
}

/** Installs a package of Debian or Ubuntu, where we are root there. Says whether it worked. */
export function installFromDistribution(packageName: string): boolean {
  const aptGet = findProgram('apt-get')
  if (!aptGet || process.getuid?.() !== 0) return false
  console.log(`Installing ${packageName} from the distribution …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (args: string[]) =>
    spawnSync(aptGet, args, { env, stdio: 'ignore', timeout: INSTALL_LIMIT_MS }).status === 0
  const install = ['install', '-y', '-q', '--no-install-recommends', packageName]
  return run(install) || (run(['update', '-q']) && run(install))
}

function isExecutable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK)
    return fs.statSync(file).isFile()
  } catch {
    return false
  }
}
