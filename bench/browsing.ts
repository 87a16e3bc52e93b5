import { setTimeout as sleep } from 'node:timers/promises'
import type { Call } from './http-connection'
import { latenciesAt, percentile } from './load'
import type { BenchTable } from './painter'
import { drawPhoto, orderAsGuest, readJson } from './place-order'

const pagesPerSecond = 20
const seconds = 36
/** More than a worker of two cores paints meanwhile. */
const orders = 100

interface Health {
  dependencies: { queue: { detail: string } }
}

async function unfinished(base: string): Promise<number> {
  const { dependencies } = await readJson<Health>(`${base}/api/health/ready`)
  const [, waiting = '0', running = '0'] = /(\d+) waiting, (\d+) running/.exec(dependencies.queue.detail) ?? []
  return Number(waiting) + Number(running)
}

/** The exhibition page while nobody paints, and while the painter has more to do than it can. */
export async function benchBrowsing(base: string, page: string): Promise<BenchTable> {
  const call: Call = { method: 'GET', url: page, headers: { 'Accept-Encoding': 'gzip, deflate, br' } }
  const p95 = async () => percentile(await latenciesAt(() => call, pagesPerSecond, seconds), 0.95)
  while ((await unfinished(base)) > 0) await sleep(1_000)
  await latenciesAt(() => call, pagesPerSecond, 2)
  const idle = await p95()
  const { styles } = await readJson<{ styles: { id: string }[] }>(`${base}/api/styles`)
  const form = { style: styles[0]?.id ?? '', quality: 'PAINTING', size: '768' } as const
  let accepted = 0
  for (let index = 0; index < orders; index++) {
    const { status } = await orderAsGuest(base, form, await drawPhoto())
    if (status === 202) accepted++
  }
  const painting = await p95()
  const left = await unfinished(base)
  if (left === 0) throw new Error(`The painter was done with ${accepted} orders before the pages were.`)
  return {
    title: `Exhibition page, ${pagesPerSecond} a second, while ${accepted} portraits are painted (${left} of them left at the end); the baseline is the idle house`,
    rows: [
      {
        name: 'p95',
        value: painting,
        unit: 'ms',
        baseline: idle,
        ratio: painting / idle,
        goal: '<= 1.5',
        isMet: painting / idle <= 1.5,
      },
    ],
  }
}
