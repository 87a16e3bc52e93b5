import { readFile, stat } from 'node:fs/promises'
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

type Manifest = z.infer<typeof manifestSchema>
/** By file: as it was when it was last written. */
const known = new Map<string, { writtenAt: number; manifest: Manifest }>()

/** It is a hundred kilobytes, and thousands ask on a crowded night; a new version is taken up without a restart. */
async function readManifest(file: string): Promise<Manifest> {
  const { mtimeMs: writtenAt } = await stat(file)
  const earlier = known.get(file)
  if (earlier?.writtenAt === writtenAt) return earlier.manifest
  const manifest = manifestSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  known.set(file, { writtenAt, manifest })
  return manifest
}

/** Address of the network that browsers paint with in a model's place; null where there is none of this very version. */
export async function findBrowserNetwork({ name, version }: Model, folder = defaultFolder): Promise<string | null> {
  const { models } = await readManifest(path.join(folder, 'manifest.json'))
  const browser = models.find((each) => each.name === name && each.version === version)?.networks.browser
  return browser ? `/models/${browser.file}` : null
}
