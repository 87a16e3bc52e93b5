import { shared } from '@/server/platform/shared'
import { createIo, type Realtime } from './create-io'

/** This process' realtime, opened at first use. */
export const realtime = (): Promise<Realtime> => {
  const box = shared('realtime', () => ({ opening: undefined as Promise<Realtime> | undefined }))
  box.opening ??= createIo().catch((error) => {
    box.opening = undefined
    throw error
  })
  return box.opening
}
