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
 * On a busy machine performance is the first to lie: Lighthouse reckons with one whose speed is 1,500 or more (its own benchmark, told with each page).
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

async function judge(base: string, { name, path, isUnlisted }: CataloguePage, port: number): Promise<BenchRow[]> {
  const results: Result[] = []
  for (let visit = 0; visit < visits; visit++) {
    results.push(await visitOnce(`${base}${path}`, port, isUnlisted ? ['is-crawlable'] : null))
  }
  await keep(name, results)
  const middle = (of: (result: Result) => number) => results.map(of).sort((a, b) => a - b)[visits >> 1] ?? Number.NaN
  const row = (what: string, value: number, unit: string, goal: string, isMet: boolean): BenchRow => {
    return { name: `${name}: ${what}`, value, unit, baseline: Number.NaN, ratio: Number.NaN, goal, isMet }
  }
  const scores = categories.map((category) => {
    const value = Math.round(middle((result) => (result.categories[category]?.score ?? 0) * 100))
    return row(category, value, 'of 100', `>= ${least[category]}`, value >= least[category])
  })
  const paint = middle((result) => result.audits['largest-contentful-paint']?.numericValue ?? Number.NaN)
  const speed = middle((result) => result.environment.benchmarkIndex)
  return [
    ...scores,
    row('largest contentful paint', paint, 'ms', `<= ${slowestPaint}`, paint <= slowestPaint),
    { ...row('speed of the machine meanwhile', speed, 'by Lighthouse', '', true), goal: undefined, isMet: undefined },
  ]
}

/** On a busy machine the browser's record of a visit is now and then without its beginning; that visit is made again. */
async function visitOnce(address: string, port: number, skipAudits: string[] | null): Promise<Result> {
  const settings = { port, logLevel: 'error' as const, onlyCategories: [...categories], skipAudits }
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
