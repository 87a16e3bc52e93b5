import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** SHA-256 of every kept picture, by its path. */
export function fileChecksums(dataFolder: string): Map<string, string> {
  const folder = path.join(dataFolder, 'pictures', 'files')
  const names = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    names.map((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      return [path.relative(folder, file), createHash('sha256').update(fs.readFileSync(file)).digest('hex')]
    }),
  )
}

/** What differs between two sets of sums. */
export function differences(one: Map<string, string>, other: Map<string, string>): string[] {
  const names = new Set([...one.keys(), ...other.keys()])
  return [...names].filter((name) => one.get(name) !== other.get(name))
}
