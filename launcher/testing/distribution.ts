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

/**
 * Unpacks a package of Debian or Ubuntu into a folder, without installing it: no root is needed, and no service of it is started. For
 * programs that stand alone.
 *
 * @returns the program's path; undefined where it is not to be had
 */
export function unpackFromDistribution(packageName: string, program: string, folder: string): string | undefined {
  const [aptGet, dpkg] = [findProgram('apt-get'), findProgram('dpkg-deb')]
  if (!aptGet || !dpkg) return undefined
  const run = (command: string, args: string[]) =>
    spawnSync(command, args, { cwd: folder, stdio: 'ignore', timeout: INSTALL_LIMIT_MS }).status === 0
  if (!run(aptGet, ['download', '-q', packageName])) return undefined
  const archive = fs.readdirSync(folder).find((name) => name.startsWith(`${packageName}_`) && name.endsWith('.deb'))
  if (!archive || !run(dpkg, ['-x', archive, folder])) return undefined
  const file = path.join(folder, 'usr/bin', program)
  return isExecutable(file) ? file : undefined
}

function isExecutable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK)
    return fs.statSync(file).isFile()
  } catch {
    return false
  }
}
