import fs from 'node:fs'
import path from 'node:path'
import { StartError } from '../server/platform/embedded-postgres/errors'

/** Where everything that must last is kept. All paths are absolute. */
export interface DataFolder {
  root: string
  /** The embedded PostgreSQL's cluster. */
  cluster: string
  secretsFile: string
  /** Who runs from this folder at the moment; see lock.ts. */
  lockFile: string
}

/** Below this a first run, or a database under load, would stop half-way. */
const LEAST_FREE_BYTES = 150 * 1024 * 1024

/** The folder's layout, whether it exists or not. `VERNISSAGE_DATA` names it; `.data` in the project by default. */
export function dataFolderAt(location = process.env.VERNISSAGE_DATA || '.data'): DataFolder {
  const root = path.resolve(location)
  return {
    root,
    cluster: path.join(root, 'postgres'),
    secretsFile: path.join(root, 'secrets.json'),
    lockFile: path.join(root, 'launcher.json'),
  }
}

/**
 * Makes the folder if needed and checks that it can be worked in.
 *
 * @throws {StartError} when it is no folder, cannot be written, or its disk is full
 */
export function openDataFolder(folder: DataFolder): void {
  const { root } = folder
  try {
    fs.mkdirSync(root, { recursive: true, mode: 0o700 })
    const probe = path.join(root, `.write-probe-${process.pid}`)
    fs.writeFileSync(probe, 'x'.repeat(4096))
    fs.rmSync(probe)
  } catch (error) {
    throw unusable(root, error as NodeJS.ErrnoException)
  }
  const { bavail, bsize } = fs.statfsSync(root)
  if (bavail * bsize < LEAST_FREE_BYTES) throw fullDisk(root)
}

function unusable(root: string, { code }: NodeJS.ErrnoException): StartError {
  if (code === 'ENOSPC') return fullDisk(root)
  if (code === 'EEXIST' || code === 'ENOTDIR') {
    return new StartError(`The data folder ${root} is not a folder: point VERNISSAGE_DATA at one.`)
  }
  return new StartError(
    `The data folder ${root} cannot be written (${code}): give this user the right to, or point VERNISSAGE_DATA elsewhere.`,
  )
}

function fullDisk(root: string): StartError {
  return new StartError(
    `The disk that holds ${root} is full: Vernissage needs at least ${LEAST_FREE_BYTES / 1024 / 1024} MB free there.`,
  )
}
