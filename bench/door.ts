import { randomUUID } from 'node:crypto'
import { request } from '@playwright/test'
import type { Rung } from '../lib/contracts/admission'
import { asAnotherFile } from '../server/storage/testing/as-another-file'
import { type Call, HttpConnection } from './http-connection'
import { latenciesAt, percentile, requestsPerSecond } from './load'
import { newGuests } from './new-guests'
import type { BenchTable } from './painter'
import { drawPhoto, orderCall, readJson } from './place-order'

const people = 200
const connections = 16
const seconds = 5
const isRefused = (status: number) => status === 503

/** Forces rungs as the operator does at the desk. */
async function openSwitch(base: string) {
  const operator = await request.newContext({ baseURL: base, extraHTTPHeaders: { origin: new URL(base).origin } })
  const answered = async (path: string, method: 'POST' | 'PUT', data: object) => {
    const response = await operator.fetch(path, { method, data })
    if (!response.ok()) throw new Error(`${path} answered ${response.status()}: ${await response.text()}`)
  }
  const { E2E_OPERATOR_EMAIL: email, E2E_OPERATOR_PASSWORD: password } = process.env
  await answered('/api/account/sign-in', 'POST', { email, password })
  return {
    force: (rung: Rung | null) => answered('/api/admission/rung', 'PUT', { rung }),
    close: () => operator.dispose(),
  }
}

/**
 * Orders that are refused, each with a file of its own, on the two rungs that refuse: nobody paints, so all there is to see is what it costs to be told. Against
 * the same process telling the present rung, which reads nothing. `base`: a running product without limits for one address.
 */
export async function benchDoor(base: string, artworkId: string): Promise<BenchTable> {
  const photo = await drawPhoto()
  const connection = await HttpConnection.open(base)
  const cookies = await newGuests(connection, `${base}/api/artworks/${artworkId}/like`, people)
  connection.close()
  const { styles } = await readJson<{ styles: { id: string }[] }>(`${base}/api/styles`)
  const form = { style: styles[0]?.id ?? '', quality: 'SKETCH', size: '512' } as const
  const sentBy = (cookieOf: (index: number) => string) => (index: number) => {
    const call = orderCall(base, form, asAnotherFile(photo, randomUUID()), randomUUID(), cookieOf(index))
    // From a thousand addresses.
    const address = `10.0.${(index >> 8) & 3}.${index & 255}`
    return { ...call, headers: { ...call.headers, 'X-Forwarded-For': address } }
  }
  const kinds = {
    'by guests': sentBy((index) => cookies[index % people] ?? ''),
    'by newcomers': sentBy(() => ''),
  }
  const door = (): Call => ({ method: 'GET', url: `${base}/api/admission` })
  await requestsPerSecond(door, connections, 1)
  const baseline = await requestsPerSecond(door, connections, seconds)
  const rungSwitch = await openSwitch(base)
  const rows: BenchTable['rows'] = []
  try {
    for (const rung of [3, 4] as const) {
      await rungSwitch.force(rung)
      for (const [name, order] of Object.entries(kinds)) {
        await requestsPerSecond(order, connections, 2, isRefused)
        const value = await requestsPerSecond(order, connections, seconds, isRefused)
        const times = await latenciesAt(order, value * 0.7, seconds, isRefused)
        rows.push(
          { name: `rung ${rung}, ${name}`, value, unit: 'requests/s', baseline, ratio: value / baseline },
          {
            name: 'their p99 at 0.7 of that',
            value: percentile(times, 0.99),
            unit: 'ms',
            baseline: Number.NaN,
            ratio: Number.NaN,
          },
        )
      }
    }
  } finally {
    await rungSwitch.force(null)
    await rungSwitch.close()
  }
  const title = `Orders with ${Math.round(photo.length / 1024)} KiB that are refused, ${connections} connections, against the question which rung it is`
  return { title, rows }
}
