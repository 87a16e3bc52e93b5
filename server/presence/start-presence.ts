import type { Io } from '@/server/realtime/create-io'
import { company } from './company'
import { startExchange } from './exchange'

/** Lets visitors of halls see each other over this gateway, whichever process they are connected to. */
export function startPresence(io: Io): void {
  company().io = io
  startExchange()
}
