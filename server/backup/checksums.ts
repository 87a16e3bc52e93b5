import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { BackupError } from './backup-error'

const LIST = 'checksums.txt'

export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return files.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort()
}

/** Pictures are named by their SHA-256, which was compared when they were copied. */
const isPicture = (name: string) => name.startsWith(`files${path.sep}`)

/** Writes `checksums.txt` over everything in the folder, in the form that `sha256sum -c` reads. */
export async function writeChecksums(folder: string): Promise<void> {
  const lines: string[] = []
  for (const name of (await listFiles(folder)).filter((each) => each !== LIST)) {
    lines.push(`${isPicture(name) ? path.basename(name) : await sha256OfFile(path.join(folder, name))}  ${name}`)
  }
  await writeFile(path.join(folder, LIST), `${lines.join('\n')}\n`, { mode: 0o600 })
}

/**
 * Reads every file of a backup and compares it with `checksums.txt`.
 *
 * @returns how many there are
 * @throws {BackupError} naming what is damaged, missing or there beside them
 */
export async function verifyChecksums(folder: string): Promise<number> {
  const list = await readFile(path.join(folder, LIST), 'utf8').catch(() => {
    throw new BackupError(`${folder} holds no whole backup: ${LIST} is missing.`)
  })
  const expected = new Map(list.split('\n').flatMap((line) => (line ? [[line.slice(66), line.slice(0, 64)]] : [])))
  const present = (await listFiles(folder)).filter((name) => name !== LIST)
  const strange = present.filter((name) => !expected.has(name))
  const wrong: string[] = []
  for (const [name, sum] of expected) {
    if (sum !== (await sha256OfFile(path.join(folder, name)).catch(() => ''))) wrong.push(name)
  }
  if (wrong.length + strange.length === 0) return expected.size
  const [named, all] = [[...wrong, ...strange].slice(0, 5).join(', '), wrong.length + strange.length]
  throw new BackupError(`The backup in ${folder} is damaged: ${all} files are not as they were written (${named}).`)
}
