import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const TESTS = /\.test\.tsx?$/

/**
 * A hash of the names and contents of files and folders, tests left out. It changes when anything in them does, and
 * not with dates or the order in which a file system lists them. What does not exist counts as empty.
 *
 * @param root the folder that the names are relative to
 * @returns 64 hexadecimal digits
 */
export function hashSources(root: string, names: string[]): string {
  const hash = createHash('sha256')
  for (const file of names.flatMap((name) => listFiles(root, name))) {
    const content = fs.readFileSync(path.join(root, file))
    hash.update(`${file}\0${content.byteLength}\0`).update(content)
  }
  return hash.digest('hex')
}

function listFiles(root: string, name: string): string[] {
  const stat = fs.statSync(path.join(root, name), { throwIfNoEntry: false })
  if (!stat) return []
  if (stat.isFile()) return TESTS.test(name) ? [] : [name]
  if (!stat.isDirectory()) return []
  const entries = fs.readdirSync(path.join(root, name)).sort()
  return entries.flatMap((entry) => listFiles(root, `${name}/${entry}`))
}
