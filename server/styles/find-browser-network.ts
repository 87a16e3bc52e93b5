import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Model } from './model'

const defaultFolder = path.resolve('public/models')

/** Of the painter's manifest what concerns browsers; the worker reads, and judges, the whole. */
const manifestSchema = z.object({
  models: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      networks: z.object({ browser: z.object({ file: z.string().regex(/^[\w.-]+$/) }).optional() }),
    }),
  ),
})

/**
 * Address of the network that browsers paint with in a model's place; null where there is none of this very version. Read anew each time,
 * which is a fraction of a millisecond: a new version is taken up without a restart.
 */
export async function findBrowserNetwork({ name, version }: Model, folder = defaultFolder): Promise<string | null> {
  const text = await readFile(path.join(folder, 'manifest.json'), 'utf8')
  const { models } = manifestSchema.parse(JSON.parse(text))
  const browser = models.find((each) => each.name === name && each.version === version)?.networks.browser
  return browser ? `/models/${browser.file}` : null
}
