import path from 'node:path'
import { buildPages, isBuildStale } from './build'
import { generateClient, isClientStale } from './prepare-client'
import { waitForLock } from './process-lock'
import { step } from './progress.mjs'
import type { Context } from './run-command'

/** Generates the database client where it is stale. */
export async function prepareClient(context: Context): Promise<void> {
  const title = 'Generating the database client'
  await whileAlone(context.root, async () => {
    if (isClientStale(context.root)) await step(title, (note) => generateClient(title, { ...context, note }))
  })
}

/** Builds the pages where they are stale. */
export async function prepareBuild(context: Context): Promise<void> {
  const title = 'Building the pages'
  await whileAlone(context.root, async () => {
    if (isBuildStale(context.root)) await step(title, (note) => buildPages(title, { ...context, note }))
  })
}

/** Two launchers on two data folders share the code's folder; what one of them makes, the other one waits for. */
async function whileAlone(root: string, work: () => Promise<void>) {
  const lock = await waitForLock(path.join(root, 'node_modules/.vernissage-lock'))
  try {
    await work()
  } finally {
    lock.release()
  }
}
