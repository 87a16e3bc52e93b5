import { setTimeout as sleep } from 'node:timers/promises'
import { type Call, encodeCall, HttpConnection } from './http-connection'

/** A function that encodes each request once: the same call, as the same object, is the same bytes. */
function encoder() {
  const known = new WeakMap<Call, Buffer>()
  return (call: Call) => {
    const bytes = known.get(call) ?? encodeCall(call)
    known.set(call, bytes)
    return bytes
  }
}

const isSuccess = (status: number) => status >= 200 && status < 300

/** Requests a second that are answered as expected, over `connections` at once for `seconds`. `next` gives each request. */
export async function requestsPerSecond(
  next: (index: number) => Call,
  connections = 16,
  seconds = 4,
  isExpected = isSuccess,
): Promise<number> {
  const encode = encoder()
  let sent = 0
  let done = 0
  const first = next(sent)
  const open = await Promise.all(Array.from({ length: connections }, () => HttpConnection.open(first.url)))
  const began = performance.now()
  const client = async (connection: HttpConnection) => {
    while (performance.now() - began < seconds * 1000) {
      const answer = await connection.send(encode(next(sent++)))
      if (!isExpected(answer.status))
        throw new Error(`status ${answer.status}: ${answer.body.toString().slice(0, 200)}`)
      done++
    }
  }
  await Promise.all(open.map(client))
  const elapsed = performance.now() - began
  for (const connection of open) connection.close()
  return done / (elapsed / 1000)
}

/**
 * Milliseconds to each answer under a load that does not wait for answers: requests leave by the clock, and a late one counts from
 * the moment when it should have left, so that a slow server cannot hide its own queue.
 */
export async function latenciesAt(
  next: (index: number) => Call,
  perSecond: number,
  seconds: number,
  isExpected = isSuccess,
): Promise<number[]> {
  const encode = encoder()
  const free: HttpConnection[] = []
  const times: number[] = []
  const underway: Promise<void>[] = []
  const total = Math.round(perSecond * seconds)
  const began = performance.now()
  const ask = async (index: number) => {
    const due = began + (index * 1000) / perSecond
    const call = next(index)
    const connection = free.pop() ?? (await HttpConnection.open(call.url))
    const answer = await connection.send(encode(call))
    if (!isExpected(answer.status)) throw new Error(`status ${answer.status}: ${answer.body.toString().slice(0, 200)}`)
    times.push(performance.now() - due)
    if (connection.isOpen && answer.headers.connection !== 'close') free.push(connection)
  }
  for (let index = 0; index < total; ) {
    const dueNow = Math.min(total, Math.floor(((performance.now() - began) / 1000) * perSecond) + 1)
    for (; index < dueNow; index++) {
      const asking = ask(index)
      // Told by Promise.all in the end; without this one that fails before then would end the process.
      asking.catch(() => {})
      underway.push(asking)
    }
    await sleep(1)
  }
  await Promise.all(underway)
  for (const connection of free) connection.close()
  return times
}

/** The value below which `share` (0 to 1) of all lie; nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
