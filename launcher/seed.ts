import { z } from 'zod'
import { step } from './progress.mjs'
import { type Context, runNode } from './run-command'

const SEED = ['--import', 'tsx', 'prisma/seed/run.ts']

const firstRunSchema = z.object({ operator: z.object({ email: z.string(), password: z.string() }) })

/** The operator's first sign-in; shown once and kept nowhere but as a hash. */
export type Operator = z.infer<typeof firstRunSchema>['operator']

/**
 * Puts in the opening collection and the operator where they are missing; safe to repeat.
 *
 * @returns the operator's one-time password on the first run only
 */
export async function seed(context: Context): Promise<Operator | undefined> {
  const title = 'Looking after the collection'
  const output = await step(title, (note) => runNode(SEED, title, { ...context, note }))
  return findOperator(output)
}

/** Finds the line of JSON that names the operator among whatever else the seed said. */
export function findOperator(output: string): Operator | undefined {
  for (const line of output.split('\n').filter((text) => text.startsWith('{'))) {
    const parsed = firstRunSchema.safeParse(parseJson(line))
    if (parsed.success) return parsed.data.operator
  }
  return undefined
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
