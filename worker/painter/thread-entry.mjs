// Node 20 does not hand TypeScript's loader on to worker threads: it is registered here, then the thread itself begins.
import { constants, getPriority, setPriority } from 'node:os'
import { register } from 'tsx/esm/api'

// Painting takes every core that it gets, and pages go first where they share a machine. Linux keeps a priority for each thread, and
// those of the network are started from this one; elsewhere it would be the whole worker's, which must renew its locks in time.
// Whoever started the house with less than that keeps it: only root may take it back.
const { PRIORITY_BELOW_NORMAL } = constants.priority
if (process.platform === 'linux' && getPriority() < PRIORITY_BELOW_NORMAL) setPriority(PRIORITY_BELOW_NORMAL)

register()
await import('./thread.ts')
