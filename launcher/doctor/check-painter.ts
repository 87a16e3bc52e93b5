import { findModels } from '../../worker/painter/find-models'
import { openSession } from '../../worker/painter/open-session'
import { modelFolder, readManifest, readModelFile } from '../../worker/painter/read-manifest'
import { bad, type Finding, ok, warning } from './finding'

/** Whether every file of the house's networks is the one that was trained, and those of the operator's own can be used. */
export async function checkModels(folder: string): Promise<Finding[]> {
  const { models } = await readManifest()
  const files = models.flatMap(({ networks, numbers, studies }) => [
    ...Object.values(networks),
    numbers,
    ...(studies ? [studies] : []),
  ])
  const findings: Finding[] = []
  for (const file of files) {
    await readModelFile(file, modelFolder).catch((error: Error) => {
      findings.push(bad(error.message, `Bring public/models/${file.file} back from the release.`))
    })
  }
  const said = `${files.length} files of ${models.map(({ name, version }) => `${name} ${version}`).join(', ')}`
  if (findings.length === 0) findings.push(ok(`${said} have the checksums of their manifest.`))
  const { notes } = await findModels([modelFolder, folder])
  return [...findings, ...notes.map((note) => warning(note, 'README.md says what a network of your own must be.'))]
}

/** Whether the execution providers that are asked for can be had: opens the network on each. */
export async function checkProviders(wanted: string): Promise<Finding[]> {
  const [house] = (await readManifest()).models
  if (!house) return []
  const network = await readModelFile(house.networks.stylizer, modelFolder)
  const { session, provider, notes } = await openSession(network, wanted.split(','), 1)
  await session.release()
  const findings = notes.map((note) => warning(note, 'docs/runbooks/lost-gpu.md; the processor paints meanwhile.'))
  return [...findings, ok(`Painting would be done by ${provider} (PAINTER_PROVIDERS is ${wanted}).`)]
}
