import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { modelFolder } from '../read-manifest'

export interface HouseFolder {
  /** Everything of this test lies here. */
  folder: string
  /** The committed weights, copied. */
  house: string
  /** Where networks are dropped; empty. */
  dropped: string
}

/** A house's models of each test's own, gone after it. */
export function houseFolder(): HouseFolder {
  const paths: HouseFolder = { folder: '', house: '', dropped: '' }
  beforeEach(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'painter-'))
    Object.assign(paths, { folder, house: join(folder, 'house'), dropped: join(folder, 'dropped') })
    await cp(modelFolder, paths.house, { recursive: true })
    await mkdir(paths.dropped)
  })
  afterEach(() => rm(paths.folder, { recursive: true }))
  return paths
}

/** The manifest's model, changed, as a manifest of `house`. */
export async function changeManifest(house: string, change: (model: Record<string, unknown>) => object): Promise<void> {
  const manifest = JSON.parse(await readFile(join(modelFolder, 'manifest.json'), 'utf8'))
  const models = [change(manifest.models[0]), ...manifest.models.slice(1)]
  await writeFile(join(house, 'manifest.json'), JSON.stringify({ models }))
}
