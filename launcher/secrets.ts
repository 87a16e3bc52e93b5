import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { z } from 'zod'
import { StartError } from '../server/platform/embedded-postgres/errors'
import type { DataFolder } from './data-folder'

const secretsSchema = z.strictObject({
  /** Signs sessions. */
  authSecret: z.string().min(32),
  /** The embedded database's owner. */
  postgresPassword: z.string().min(16),
})

export type Secrets = z.infer<typeof secretsSchema>

/** Reads the secrets; undefined when none were made yet. */
export function readSecrets({ secretsFile }: DataFolder): Secrets | undefined {
  let text: string
  try {
    text = fs.readFileSync(secretsFile, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    throw new StartError(`${secretsFile} cannot be read (${code}).`)
  }
  try {
    return secretsSchema.parse(JSON.parse(text))
  } catch {
    throw new StartError(`${secretsFile} is damaged: restore it from a backup. Nothing was changed.`)
  }
}

/**
 * Reads the secrets, or makes them in a new data folder, readable by their owner alone.
 *
 * @throws {StartError} when they are damaged, or missing beside a database that was made with them
 */
export function ensureSecrets(folder: DataFolder): Secrets {
  const present = readSecrets(folder)
  if (present) return present
  if (fs.existsSync(folder.cluster) && fs.readdirSync(folder.cluster).length > 0) {
    throw new StartError(
      `${folder.secretsFile} is missing, and the database beside it opens only with the password in it: restore that file.`,
    )
  }
  const draft = draftSecrets(folder)
  draft.keep()
  return draft.secrets
}

/** Takes over the secret of another house, whose sessions then go on here. @returns false where this one has its own already */
export function adoptSecret(folder: DataFolder, authSecret: string): boolean {
  if (readSecrets(folder)) return false
  draftSecrets(folder, { authSecret }).keep()
  return true
}

/** New secrets, beside the present ones until they are kept. */
export function draftSecrets({ secretsFile }: DataFolder, given: Partial<Secrets> = {}) {
  const secrets: Secrets = { authSecret: randomSecret(), postgresPassword: randomSecret(), ...given }
  const draft = `${secretsFile}.new`
  fs.writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true })
  return { secrets, keep: () => fs.renameSync(draft, secretsFile) }
}

function randomSecret(): string {
  return randomBytes(32).toString('base64url')
}
