import type { Query } from '../../server/backup/table-checksums'
import { bad, type Finding, ok } from './finding'

const SAMPLE = 50

/** Whether the store takes bytes, and a sample of the pictures lies in it as its name says. Wants the settings to be right. */
export async function checkPictures(query: Query): Promise<Finding[]> {
  const [{ store }, { fileKey }, { sha256Of }] = await Promise.all([
    import('../../server/storage/store'),
    import('../../server/storage/picture-store'),
    import('../../server/storage/describe-picture'),
  ])
  await store.check()
  const rows = await query<{ sha256: string }>(`SELECT "sha256" FROM "StoredFile" ORDER BY random() LIMIT ${SAMPLE}`)
  const wrong: string[] = []
  for (const { sha256 } of rows) {
    const bytes = await store.read(fileKey(sha256))
    if (!bytes || sha256Of(bytes) !== sha256) wrong.push(sha256)
  }
  if (wrong.length === 0)
    return [ok(`The store takes pictures; ${rows.length} of them, taken at random, are as their names say.`)]
  return [
    bad(
      `${wrong.length} of ${rows.length} pictures, taken at random, are missing or damaged (${wrong[0]}).`,
      'npm run scrub lists them all; docs/runbooks/restore.md.',
    ),
  ]
}
