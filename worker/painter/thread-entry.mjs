// Node 20 does not hand TypeScript's loader on to worker threads: it is registered here, then the thread itself begins.
import { register } from 'tsx/esm/api'

register()
await import('./thread.ts')
