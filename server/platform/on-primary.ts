import { AsyncLocalStorage } from 'node:async_hooks'
import { shared } from './shared'

const pinned = shared('on-primary', () => new AsyncLocalStorage<true>())

/** Carries out reading of which no replica may answer any part. */
export const onPrimary = <T>(work: () => Promise<T>): Promise<T> => pinned.run(true, work)

export const isOnPrimary = (): boolean => pinned.getStore() === true
