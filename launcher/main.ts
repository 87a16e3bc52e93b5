/** The launcher's second stage: opens the house, prints its address, and closes it when asked to. */
import { once } from 'node:events'
import path from 'node:path'
import { StartError } from '../server/platform/embedded-postgres/errors'
import { sentenceFor } from '../server/platform/embedded-postgres/explain-failure'
import { dataFolderAt } from './data-folder'
import { type OpenHouse, openHouse } from './open-house'
import { step } from './progress.mjs'
import type { Operator } from './seed'
import { watchStarter } from './watch-starter'

const stopRequest = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopRequest.abort())
watchStarter(() => stopRequest.abort())
process.stdout.on('error', () => {}) // a closed terminal must not end us half-way through closing

const closers: (() => Promise<void> | void)[] = []
let operator: Operator | undefined

console.log('Vernissage')
process.exit(await run())

async function run(): Promise<number> {
  let exitCode = 0
  try {
    const house = await openHouse({
      root: path.resolve(import.meta.dirname, '..'),
      isDev: process.argv.includes('--dev'),
      signal: stopRequest.signal,
      onClose: (closer) => closers.unshift(closer),
      onOperator: (first) => {
        operator = first
      },
    })
    showAddress(house)
    if (!stopRequest.signal.aborted) await once(stopRequest.signal, 'abort')
  } catch (error) {
    showOperator() // the password is kept nowhere else
    if (!stopRequest.signal.aborted) {
      exitCode = 1
      showFailure(error)
    }
  }
  await close()
  return exitCode
}

async function close() {
  const closeAll = async () => {
    for (const closer of closers) await closer()
  }
  if (stopRequest.signal.aborted) await step('Closing', closeAll)
  else await closeAll()
}

function showAddress({ port, dataFolder, logFolder, setUp }: OpenHouse) {
  console.log(`\n  The gallery is open: http://localhost:${port}\n`)
  showOperator()
  if (setUp) console.log(`  It has no operator yet. Whoever opens this address sets it up:\n    ${setUp}\n`)
  console.log(`  Data in ${dataFolder}, logs in ${logFolder}. Ctrl-C stops everything.\n`)
}

function showOperator() {
  if (!operator) return
  const { email, password } = operator
  console.log(`  The operator's first sign-in, shown this once:\n    e-mail    ${email}\n    password  ${password}\n`)
}

function showFailure(error: unknown) {
  if (error instanceof StartError) console.error(error.message)
  else console.error(sentenceFor(String(error), dataFolderAt().root) ?? error)
}
