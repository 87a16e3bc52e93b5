import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { dataFolderAt } from '../../../launcher/data-folder'
import { runningDatabaseUrl } from '../../../launcher/open-database'
import { readSecrets } from '../../../launcher/secrets'
import type { TestExhibition } from './exhibition'

const root = path.resolve(import.meta.dirname, '../../..')

/**
 * Hangs an exhibition of one's own into the house that start-product started, in a process of its own, since the domain reads its settings
 * when it is loaded. Answers the ids of its works in walking order; null for a house that was named from outside.
 */
export async function hangTestExhibition(exhibition: TestExhibition): Promise<string[] | null> {
  const data = process.env.E2E_DATA
  if (!data) return null
  const folder = dataFolderAt(data)
  const env = {
    ...process.env,
    LOG_LEVEL: 'error',
    VERNISSAGE_DATA: folder.root,
    DATABASE_URL: process.env.DATABASE_URL ?? runningDatabaseUrl(folder),
    AUTH_SECRET: process.env.AUTH_SECRET ?? readSecrets(folder)?.authSecret,
  }
  const child = spawn(process.execPath, ['--import', 'tsx', 'e2e/support/hang/into-house.ts'], {
    cwd: root,
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify(exhibition))
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  if (code !== 0) throw new Error(`the exhibition could not be hung (${code})`)
  const last = output.trim().split('\n').at(-1) ?? ''
  return z.array(z.string()).parse(JSON.parse(last))
}
