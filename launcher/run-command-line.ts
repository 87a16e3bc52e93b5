import { StartError } from '../server/platform/embedded-postgres/errors'
import { sentenceFor } from '../server/platform/embedded-postgres/explain-failure'
import { dataFolderAt } from './data-folder'

/** Runs a command to its end: exit code 1 and one plain sentence where it fails. */
export async function runCommandLine(work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) => {
    const sentence = error instanceof StartError ? error.message : sentenceFor(String(error), dataFolderAt().root)
    console.error(sentence ?? error)
    process.exitCode = 1
  })
}
