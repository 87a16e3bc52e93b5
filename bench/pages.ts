import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { chromium } from '@playwright/test'
import lighthouse, { type Result } from 'lighthouse'
import { CHROMIUM_FLAGS, findBrowser } from '../e2e/support/browser'
import type { BenchRow, BenchTable } from './painter'

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const least = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 } as const
const slowestPaint = 1800

/** Visits of each page, of which the middle one counts: a first one also fills the house's caches. */
const visits = Number(process.env.BENCH_PAGES_VISITS ?? 3)

/**
 * How much slower than this machine the phone is by Lighthouse's default, and the machine for which that is right, by its own benchmark: a
 * high-end desktop (docs/throttling.md of Lighthouse, "Calibrating multipliers").
 */
const slowdown = 4
const reckonedSpeed = 1500

/** How often a visit that could not be recorded is made again. */
const mostAgain = 3

export interface CataloguePage {
  name: string
  path: string
  /** Asks search engines to leave it out, on purpose. */
  isUnlisted?: boolean
}

/**
 * Lighthouse, as a middling phone on a slow network (its own mobile settings, simulated), on each page; the whole reports lie in artifacts/lighthouse.
 * On a slow or busy machine performance is the first to lie: Lighthouse makes the phone four times slower than whatever runs it. So where that is
 * less than it reckons with, performance is told a second time, with the processor slowed down by as much less.
 */
export async function benchPages(base: string, pages: CataloguePage[]): Promise<BenchTable> {
  const port = await freePort()
  const args = [...CHROMIUM_FLAGS, `--remote-debugging-port=${port}`]
  const browser = await chromium.launch({ executablePath: findBrowser(), args })
  try {
    const rows: BenchRow[] = []
    for (const page of pages) rows.push(...(await judge(base, page, port)))
    return { title: `Catalogue pages, Lighthouse in mobile settings, the middle one of ${visits} visits`, rows }
  } finally {
    await browser.close()
  }
}

interface Visit {
  port: number
  skipAudits: string[] | null
  cpuSlowdownMultiplier: number
}

const middle = (results: Result[], of: (result: Result) => number) =>
  results.map(of).sort((a, b) => a - b)[results.length >> 1] ?? Number.NaN

async function judge(base: string, { name, path, isUnlisted }: CataloguePage, port: number): Promise<BenchRow[]> {
  const visitSome = async (cpuSlowdownMultiplier: number) => {
    const results: Result[] = []
    for (let visit = 0; visit < visits; visit++) {
      const skipAudits = isUnlisted ? ['is-crawlable'] : null
      results.push(await visitOnce(`${base}${path}`, { port, skipAudits, cpuSlowdownMultiplier }))
    }
    return results
  }
  const results = await visitSome(slowdown)
  await keep(name, results)
  const row = (what: string, value: number, unit: string, goal: string, isMet: boolean): BenchRow => {
    return { name: `${name}: ${what}`, value, unit, baseline: Number.NaN, ratio: Number.NaN, goal, isMet }
  }
  const score = (category: (typeof categories)[number], of: Result[], what: string) => {
    const value = Math.round(middle(of, (result) => (result.categories[category]?.score ?? 0) * 100))
    return row(what, value, 'of 100', `>= ${least[category]}`, value >= least[category])
  }
  const paint = middle(results, (result) => result.audits['largest-contentful-paint']?.numericValue ?? Number.NaN)
  const speed = middle(results, (result) => result.environment.benchmarkIndex)
  const fair = Math.max(1, (slowdown * speed) / reckonedSpeed)
  const calibrated = speed < reckonedSpeed ? await visitSome(fair) : []
  return [
    ...categories.map((category) => score(category, results, category)),
    ...(calibrated.length > 0
      ? [score('performance', calibrated, `performance, slowed by ${fair.toFixed(1)} for ${slowdown}`)]
      : []),
    row('largest contentful paint', paint, 'ms', `<= ${slowestPaint}`, paint <= slowestPaint),
    { ...row('speed of the machine meanwhile', speed, 'by Lighthouse', '', true), goal: undefined, isMet: undefined },
  ]
}

/** On a busy machine the browser's record of a visit is now and then without its beginning; that visit is made again. */
async function visitOnce(address: string, { port, skipAudits, cpuSlowdownMultiplier }: Visit): Promise<Result> {
  const throttling = { cpuSlowdownMultiplier }
  const settings = { port, logLevel: 'error' as const, onlyCategories: [...categories], skipAudits, throttling }
  for (let again = mostAgain; ; again--) {
    const run = await lighthouse(address, settings)
    if (run && !run.lhr.runtimeError) return run.lhr
    if (again === 0) throw new Error(`${address}: ${run?.lhr.runtimeError?.message ?? 'no report'}`)
  }
}

async function keep(name: string, results: Result[]): Promise<void> {
  await mkdir('artifacts/lighthouse', { recursive: true })
  await writeFile(`artifacts/lighthouse/${name}.json`, JSON.stringify(results.at(-1), null, 1))
}

/** The browser wants its port named beforehand. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
