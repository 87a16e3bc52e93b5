// Loaded into the product that a bench measures: neither what is garbage nor the holes that it left may be counted as what a socket takes.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  process.on('SIGUSR2', () => {
    setFlagsFromString('--compact-on-every-full-gc')
    collect()
    // Whatever else is measured collects as it always does.
    setFlagsFromString('--no-compact-on-every-full-gc')
  })
}
