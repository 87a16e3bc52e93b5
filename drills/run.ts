/** `npm run drill [names] [--long] [--first] [--untimed] [--paired] [--postgres|--redis]`: see docs/drills.md. */
import { parseArgs } from 'node:util'
import { StartError } from '@/server/platform/embedded-postgres/errors'
import { runDrills, tableOf } from './run-drills'

const wishes = ['long', 'first', 'untimed', 'paired', 'postgres', 'redis'] as const

/** A mistyped wish must not run all of them for an hour. */
function readArguments() {
  try {
    const options = Object.fromEntries(wishes.map((wish) => [wish, { type: 'boolean' } as const]))
    const { values, positionals } = parseArgs({ allowPositionals: true, options })
    return { wished: new Set(Object.keys(values)), names: positionals }
  } catch (error) {
    const { message } = error as Error
    console.error(`${message}\nnpm run drill -- [names] ${wishes.map((wish) => `[--${wish}]`).join(' ')}`)
    process.exit(1)
  }
}

const { wished, names } = readArguments()
const only = (['postgres', 'redis'] as const).filter((name) => wished.has(name))

process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))
const results = await runDrills({
  names,
  isLong: wished.has('long'),
  isTimed: !wished.has('untimed') && !wished.has('paired'),
  isPaired: wished.has('paired'),
  isFirstOnly: wished.has('first'),
  ...(only.length > 0 && { backEnds: only }),
}).catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : error)
  process.exit(1)
})
console.log(tableOf(results))
process.exit(results.some(({ outcome }) => outcome === 'failed') ? 1 : 0)
