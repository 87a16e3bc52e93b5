import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readDroppedModel } from './dropped-model'
import { type Model, modelKey } from './model'
import { PainterError } from './painter-error'
import { type ModelManifest, modelFolder, readManifest, readModelFile } from './read-manifest'
import { readStyles } from './read-styles'

export interface FoundModels {
  /** The house's own first. */
  models: Model[]
  /** One sentence for each file that was refused. */
  notes: string[]
}

const MANIFEST = 'manifest.json'

async function listFiles(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).sort()
}

async function listedModel(manifest: ModelManifest, folder: string): Promise<Model> {
  const { name, version, codeLength, target, networks } = manifest
  const { photoCode, styles } = readStyles(manifest, await readModelFile(manifest.numbers, folder))
  return {
    name,
    version,
    codeLength,
    target,
    photoCode,
    styles,
    read: async (network) => {
      const file = networks[network]
      return file ? readModelFile(file, folder) : null
    },
    readStudies: async () => (manifest.studies ? readModelFile(manifest.studies, folder) : null),
  }
}

/** What the folders look like: changes whenever a model may have come, gone or changed. */
export async function folderMark(folders: readonly string[]): Promise<string> {
  const marks: string[] = []
  for (const folder of folders) {
    for (const file of await listFiles(folder)) {
      if (file !== MANIFEST && !/\.(?:onnx|json)$/.test(file)) continue
      const facts = await stat(join(folder, file)).catch(() => null)
      marks.push(`${folder}/${file} ${facts?.size} ${facts?.mtimeMs}`)
    }
  }
  return marks.join('\n')
}

/**
 * All models of the folders: those of a manifest, and networks that were dropped in. What cannot be used is refused with a sentence, and
 * the others are used.
 * @throws PainterError `model_damaged` where the house's own manifest, or a model of it, cannot be used
 */
export async function findModels(folders: readonly string[] = [modelFolder]): Promise<FoundModels> {
  const models = new Map<string, Model>()
  const notes: string[] = []
  for (const [n, folder] of folders.entries()) {
    const files = await listFiles(folder)
    const listed = new Set<string>()
    if (n === 0 || files.includes(MANIFEST)) {
      try {
        for (const manifest of (await readManifest(folder)).models) {
          const model = await listedModel(manifest, folder)
          models.set(modelKey(model), model)
          for (const file of Object.values(manifest.networks)) listed.add(file.file)
        }
      } catch (error) {
        if (n === 0) throw error
        notes.push(`The models of ${folder} are refused: ${error instanceof Error ? error.message : error}`)
      }
    }
    if (n === 0) continue
    for (const file of files.filter((name) => name.endsWith('.onnx') && !listed.has(name))) {
      try {
        const model = await readDroppedModel(folder, file)
        models.set(modelKey(model), model)
      } catch (error) {
        if (!(error instanceof PainterError)) throw error
        notes.push(`${file} is refused: ${error.message}.`)
      }
    }
  }
  return { models: [...models.values()], notes }
}
