import { setTimeout as sleep } from 'node:timers/promises'
import type { Io } from './create-io'

/** Handshakes that another process is asked to take in a second; measured in docs/load.md. */
const socketsASecond = 500
/** For those that chose the last moment. */
const graceMs = 500

/**
 * Tells every socket of this process to come back elsewhere, each at a random moment of its own, and waits until they have gone
 * or their time is over. How long depends on how many they are: one leaves at once, 10,000 take 20 s.
 */
export async function sendSocketsElsewhere(io: Io): Promise<void> {
  const inMs = Math.ceil((io.engine.clientsCount / socketsASecond) * 1000)
  if (inMs === 0) return
  io.local.emit('house:leaving', { inMs })
  for (const until = Date.now() + inMs + graceMs; io.engine.clientsCount > 0 && Date.now() < until; ) await sleep(50)
}
