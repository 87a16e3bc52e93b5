import fs from 'node:fs'
import path from 'node:path'
import { StartError } from '../server/platform/embedded-postgres/errors'
import { hashSources } from './hash-sources'
import { type Context, runNode } from './run-command'

/** Everything that enters the Next build. `public/` is served from disk as it is. */
const SOURCES = [
  ...['app', 'components', 'lib', 'server', 'prisma/schema'],
  ...['next.config.js', 'launcher/compile-ahead.mjs', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json'],
  ...['middleware.ts', 'proxy.ts', 'instrumentation.ts', 'instrumentation-client.ts'],
]
const NEXT = 'node_modules/next/dist/bin/next'
const LEAST_FREE_BYTES = 300 * 1024 * 1024

/** Whether the pages must be built (again): never built, or built from other sources. */
export function isBuildStale(root: string): boolean {
  if (!fs.existsSync(path.join(root, '.next/BUILD_ID'))) return true
  try {
    return fs.readFileSync(stampOf(root), 'utf8') !== stamp(root)
  } catch {
    return true
  }
}

/**
 * Builds the pages for production. The stamp goes first and comes back last, so a broken-off build counts as none.
 *
 * @throws {StartError} when the build fails or the disk is too full for it
 */
export async function buildPages(title: string, context: Context): Promise<void> {
  const { root } = context
  const { bavail, bsize } = fs.statfsSync(root)
  if (bavail * bsize < LEAST_FREE_BYTES) {
    throw new StartError(`The disk that holds ${root} is full: building the pages needs at least 300 MB free there.`)
  }
  const sources = stamp(root)
  fs.rmSync(stampOf(root), { force: true })
  await runNode([NEXT, 'build'], title, context)
  fs.writeFileSync(stampOf(root), sources)
}

function stampOf(root: string): string {
  return path.join(root, '.next/BUILD_SOURCES')
}

/** A build holds the path of its folder, so one that was moved or copied is no good in its new place. */
function stamp(root: string): string {
  return `${hashSources(root, SOURCES)} ${root}\n`
}
