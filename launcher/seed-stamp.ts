import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { DataFolder } from './data-folder'
import { hashSources } from './hash-sources'

/** What the seed puts in, and the program that does so. */
const SOURCES = ['prisma/seed', 'collection/collection.json', 'public/models/manifest.json']

/**
 * Whether the embedded database holds all that this release's seed would put in. Asking the seed itself takes seconds,
 * most of them to load it; so a run that went well leaves a stamp.
 */
export function isSeeded(root: string, folder: DataFolder): boolean {
  try {
    return fs.readFileSync(stampOf(folder), 'utf8') === stamp(root)
  } catch {
    return false
  }
}

export function markSeeded(root: string, folder: DataFolder): void {
  fs.writeFileSync(stampOf(folder), stamp(root), { mode: 0o600 })
}

/** After a change of the tables, whatever was put in may lack something. */
export function forgetSeeded(folder: DataFolder): void {
  fs.rmSync(stampOf(folder), { force: true })
}

function stampOf(folder: DataFolder): string {
  return path.join(folder.root, 'seeded')
}

function stamp(root: string): string {
  const operator = process.env.OPERATOR_EMAIL ?? ''
  return createHash('sha256').update(hashSources(root, SOURCES)).update(operator).digest('hex')
}
