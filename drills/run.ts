/** `npm run drill [names] [--long] [--first] [--untimed] [--postgres|--redis]`: see docs/drills.md. */
import { StartError } from '@/server/platform/embedded-postgres/errors'
import { runDrills, tableOf } from './run-drills'

const args = process.argv.slice(2)
const flags = new Set(args.filter((arg) => arg.startsWith('--')))
const only = ['postgres', 'redis'].filter((name) => flags.has(`--${name}`)) as ('postgres' | 'redis')[]

process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))
const results = await runDrills({
  names: args.filter((arg) => !arg.startsWith('--')),
  isLong: flags.has('--long'),
  isTimed: !flags.has('--untimed'),
  isFirstOnly: flags.has('--first'),
  ...(only.length > 0 && { backEnds: only }),
}).catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : error)
  process.exit(1)
})
console.log(tableOf(results))
process.exit(results.some(({ outcome }) => outcome === 'failed') ? 1 : 0)
