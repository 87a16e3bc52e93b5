import fs from 'node:fs'
import path from 'node:path'
import { POSTGRES_MAJOR } from './binaries'
import { StartError } from './errors'

/** Files without which PostgreSQL cannot open a cluster; the first tells its major version. */
const VERSION_FILE = 'PG_VERSION'
const NEEDED = [VERSION_FILE, 'global/pg_control', 'pg_hba.conf', 'postgresql.conf']

/**
 * Says whether a cluster is there to be opened, or has to be made. Reads only; a folder that is neither is refused,
 * so that nothing is ever made over what may be somebody's data.
 *
 * @throws {StartError} when the folder holds something that this PostgreSQL cannot open
 */
export function inspectCluster(cluster: string): 'missing' | 'present' {
  const names = listFolder(cluster)
  if (names.length === 0) return 'missing'
  const lacking = NEEDED.find((name) => !fs.existsSync(path.join(cluster, name)))
  if (lacking) {
    throw new StartError(`The database in ${cluster} is damaged: ${lacking} is missing. ${ADVICE}`)
  }
  const version = readText(path.join(cluster, VERSION_FILE)).trim()
  if (!/^\d+(\.\d+)?$/.test(version)) {
    throw new StartError(`The database in ${cluster} is damaged: ${VERSION_FILE} does not hold a version. ${ADVICE}`)
  }
  if (version !== String(POSTGRES_MAJOR)) {
    throw new StartError(
      `The database in ${cluster} was made by PostgreSQL ${version}, and this release runs ${POSTGRES_MAJOR}. ${ADVICE}`,
    )
  }
  return 'present'
}

const ADVICE = 'Nothing was changed: restore it from a backup, or point VERNISSAGE_DATA at another folder.'

function listFolder(folder: string): string[] {
  try {
    return fs.readdirSync(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return []
    if (code === 'ENOTDIR')
      throw new StartError(`${folder} is a file, where the database's folder should be. ${ADVICE}`)
    throw new StartError(`The database in ${folder} cannot be read (${code}). ${ADVICE}`)
  }
}

function readText(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    throw new StartError(
      `The database file ${file} cannot be read (${(error as NodeJS.ErrnoException).code}). ${ADVICE}`,
    )
  }
}
