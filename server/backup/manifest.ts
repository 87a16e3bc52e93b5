import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { BackupError } from './backup-error'

/** How a backup lies on disk: `manifest.json` beside `tables/`, `files/`, `models/`, `secrets.json` and `checksums.txt`. */
export const manifestSchema = z.object({
  format: z.literal(1),
  /** Release of Vernissage that made it. */
  release: z.string(),
  /** Of the snapshot, by the database's clock. */
  takenAt: z.iso.datetime(),
  postgres: z.string(),
  /** Migrations that were applied, in their order, with the SHA-256 of their scripts. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(
    z.object({
      /** As SQL writes it. */
      name: z.string(),
      file: z.string(),
      columns: z.array(z.string()),
      /** Rows and md5, see tableChecksum. */
      sum: z.string(),
    }),
  ),
  /** Parts of partitioned tables, which no migration makes; all as SQL writes them. */
  partitions: z.array(z.object({ name: z.string(), of: z.string(), bounds: z.string() })).default([]),
  /** Last numbers that were given out. */
  sequences: z.array(z.object({ name: z.string(), last: z.string() })),
  pictures: z.object({ count: z.number().int(), bytes: z.number().int() }),
})

export type Manifest = z.infer<typeof manifestSchema>

/** @throws {BackupError} where there is no backup, or one that this release cannot read */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, 'manifest.json'), 'utf8').catch(() => null)
  if (text === null) throw new BackupError(`${folder} holds no whole backup: manifest.json is missing.`)
  try {
    return manifestSchema.parse(JSON.parse(text))
  } catch {
    throw new BackupError(`${path.join(folder, 'manifest.json')} cannot be read by this release, or is damaged.`)
  }
}
