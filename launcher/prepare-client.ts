import fs from 'node:fs'
import path from 'node:path'
import { hashSources } from './hash-sources'
import { type Context, runNode } from './run-command'

const OUTPUT = 'generated/prisma'
const SOURCES = ['prisma/schema', 'node_modules/prisma/package.json']
const PRISMA = 'node_modules/prisma/build/index.js'

/** Whether the generated client is the one that the schema asks for. */
export function isClientStale(root: string): boolean {
  return readStamp(root) !== hashSources(root, SOURCES)
}

/** Generates the Prisma client (`generated/prisma`). */
export async function generateClient(title: string, context: Context): Promise<void> {
  const hash = hashSources(context.root, SOURCES)
  await runNode([PRISMA, 'generate'], title, context)
  fs.writeFileSync(stampOf(context.root), hash)
}

function stampOf(root: string): string {
  return path.join(root, OUTPUT, '.sources')
}

function readStamp(root: string): string | undefined {
  try {
    return fs.readFileSync(stampOf(root), 'utf8')
  } catch {
    return undefined
  }
}
