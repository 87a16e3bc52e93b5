/** What launcher/scrub.ts starts with a house's environment: `run-scrub.ts [--deep] [--look]`. */
import { db } from '@/server/platform/db'
import { scrub } from './scrub'

const isLookOnly = process.argv.includes('--look')
const { rows, bytes, read, missing, damaged, orphans, halves, previews } = await scrub({
  readShare: process.argv.includes('--deep') ? 1 : 0,
  isLookOnly,
})
await db.$disconnect()
console.log(`${rows} files in the database (${(bytes / 2 ** 20).toFixed(1)} MiB), ${read} of them read whole.`)
console.log(
  `${isLookOnly ? 'To be removed' : 'Removed'}: ${orphans} files without a row, ${halves} half written ones, previews of ${previews} orders that are over.`,
)
for (const sha256 of missing) console.error(`missing: ${sha256}`)
for (const sha256 of damaged) console.error(`damaged: ${sha256}`)
if (missing.length + damaged.length > 0) {
  console.error(
    `${missing.length + damaged.length} rows point at nothing, or at something else: docs/runbooks/restore.md.`,
  )
  process.exitCode = 1
} else console.log('No row points at nothing.')
