import type { DataFolder } from './data-folder'
import type { Context } from './run-command'
import { type Operator, seed } from './seed'
import { isSeeded, markSeeded } from './seed-stamp'

/**
 * Puts in the opening collection and the operator where that is due: always in a database of the operator's own, whose
 * past is not known here.
 *
 * @returns the operator's one-time password on the first run only
 */
export async function prepareCollection(folder: DataFolder, context: Context): Promise<Operator | undefined> {
  const isEmbedded = !process.env.DATABASE_URL
  if (isEmbedded && isSeeded(context.root, folder)) return undefined
  const operator = await seed(context)
  if (isEmbedded) markSeeded(context.root, folder)
  return operator
}
