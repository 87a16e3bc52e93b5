import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from '@playwright/test'
import type { BenchRow, BenchTable } from '../painter'
import { budget } from './budget'
import { withCompany } from './company'
import { type FortyWorks, hangForty } from './hang-forty'
import {
  desktop,
  heapOf,
  median,
  openBrowser,
  openPage,
  phone,
  readMeter,
  resetMeter,
  scriptsOf,
  untilComplete,
  type Window,
} from './measure'

const mebibyte = 2 ** 20
const megabyte = 1e6

/** Minutes of the walk after which memory should be what it was: BENCH_WALK_MINUTES=5 is what was promised, and takes as long. */
const walkMinutes = Number(process.env.BENCH_WALK_MINUTES ?? 1)

/**
 * The hall's budgets on forty works in four rooms. The processor draws, so counts and bytes are what is measured, and times are told beside
 * those of an empty scene of the same size.
 */
export async function benchHall(base: string): Promise<BenchTable> {
  const forty = await hangForty()
  const hall = `${base}/exhibitions/${forty.slug}/hall`
  await untilLit(hall)
  const browser = await openBrowser()
  try {
    const rows = [
      ...(await entering(browser, base, hall, forty)),
      ...(await drawing(browser, hall, forty, desktop, 'at 1440x900', 100)),
      ...(await drawing(browser, hall, forty, phone, 'at 390x844', 60)),
      ...(await withCompany(browser, base, forty.slug, forty.works[0] ?? '')),
      ...(await walking(browser, hall)),
    ]
    return { title: 'The hall, 40 works in 4 rooms', rows }
  } finally {
    await browser.close()
  }
}

/** The first page of a hall begins the computation of its light, as publishing does; from then on it is there. */
async function untilLit(hall: string): Promise<void> {
  while (!/\/api\/light\/[0-9a-f]{64}/.test(await (await fetch(hall)).text())) await sleep(500)
}

/** From an empty cache before the first work: what comes over the wire until it is seen, and until it is sharp. */
async function entering(
  browser: Browser,
  base: string,
  hall: string,
  { slug, works }: FortyWorks,
): Promise<BenchRow[]> {
  const catalogue = await openPage(browser, phone)
  await catalogue.goto(`${base}/exhibitions/${slug}`, { waitUntil: 'networkidle' })
  const catalogueScripts = await scriptsOf(catalogue)
  await catalogue.context().close()

  const page = await openPage(browser, phone)
  await page.goto(`${hall}?work=${works[0]}`)
  await untilComplete(page)
  const { received } = await readMeter(page)
  const scripts = await scriptsOf(page)
  const own = [...scripts].filter(([address]) => !catalogueScripts.has(address))
  const shared = [...scripts].filter(([address]) => catalogueScripts.has(address))
  await page.context().close()
  const sum = (list: [string, number][]) => list.reduce((bytes, [, size]) => bytes + size, 0)
  const first = received[0]?.transferred ?? Number.POSITIVE_INFINITY
  const sharp = received.find(({ width }) => width >= 1024)?.transferred ?? Number.POSITIVE_INFINITY
  return [
    budget('transferred until the first painting is seen', first / megabyte, 'MB', 1.5),
    budget('transferred until it is sharp', sharp / megabyte, 'MB', 2.5),
    budget('JavaScript that the hall adds', sum(own) / 1024, 'KiB gzip', 350),
    budget('JavaScript of the hall on the catalogue page', (await hallScriptsIn(catalogueScripts)) / 1024, 'KiB', 0),
    { ...budget('JavaScript that both have', sum(shared) / 1024, 'KiB gzip', 0), goal: undefined, isMet: undefined },
  ]
}

/** Bytes of the scripts in which anything of what draws the hall is found, by words that no minifier may change. */
async function hallScriptsIn(scripts: Map<string, number>): Promise<number> {
  let bytes = 0
  for (const [address, size] of scripts) {
    const text = await (await fetch(address)).text()
    if (/isWebGLRenderer|isBufferGeometry|texSubImage2D|OpenSeadragon/.test(text)) bytes += size
  }
  return bytes
}

/** Draws every room from its entrance and from before its works, and counts the worst frame. */
async function drawing(
  browser: Browser,
  hall: string,
  { works }: FortyWorks,
  window: Window,
  where: string,
  mostCalls: number,
): Promise<BenchRow[]> {
  const page = await openPage(browser, window)
  await page.goto(hall)
  await untilComplete(page)
  for (let at = 0; at < works.length; at += 5) {
    await choose(page, at)
    // A step back shows the room, and looking round shows the doors.
    await page.keyboard.press('Escape')
    await page.keyboard.down('s')
    await sleep(900)
    await page.keyboard.up('s')
    await untilComplete(page)
  }
  const { most, mostBytes } = await readMeter(page)
  await resetMeter(page)
  await sleep(3_000)
  const still = await readMeter(page)
  await page.context().close()
  return [
    budget(`draw calls of the worst frame ${where}`, most.calls, 'calls', mostCalls),
    budget(`triangles of the worst frame ${where}`, most.triangles, 'triangles', 50_000),
    budget(`textures and targets ${where}`, mostBytes / mebibyte, 'MiB', window.isPhone ? 128 : 256),
    budget(`frames in three seconds while nothing moves ${where}`, still.frames, 'frames', 0),
  ]
}

async function choose(page: Page, index: number): Promise<void> {
  await page.keyboard.press('l')
  await page.getByTestId('hall-list-entry').nth(index).click()
  await untilArrived(page)
  await page.keyboard.press('l')
  await page.keyboard.press('Escape')
}

const untilArrived = (page: Page) =>
  page.locator('[data-testid=hall][data-hall-moving=false]').waitFor({ timeout: 120_000, state: 'attached' })

/** From work to work, again and again: what a frame costs, and whether memory grows. */
async function walking(browser: Browser, hall: string): Promise<BenchRow[]> {
  const page = await openPage(browser, phone)
  await page.goto(hall)
  await untilComplete(page)
  const session = await page.context().newCDPSession(page)
  const walk = async (milliseconds: number) => {
    for (const until = Date.now() + milliseconds; Date.now() < until; ) {
      await page.keyboard.press('n')
      await sleep(1_500)
    }
  }
  // Once round everything first, so that what is kept on purpose is there.
  await walk(60_000)
  await resetMeter(page)
  const before = await heapOf(session)
  await walk(walkMinutes * 60_000)
  const after = await heapOf(session)
  const { steps } = await readMeter(page)
  await page.context().close()
  const empty = await emptyScene(browser)
  const frame = median(steps)
  return [
    budget(`heap after a walk of ${walkMinutes} minutes against before`, after / before, 'times', 1.05),
    {
      name: 'time between two frames of a walk, against an empty scene of the same size',
      value: frame,
      unit: 'ms',
      baseline: empty,
      ratio: frame / empty,
    },
  ]
}

/** A canvas of the same size that is cleared in every frame. */
async function emptyScene(browser: Browser): Promise<number> {
  const page = await openPage(browser, phone)
  await page.goto('data:text/html,<canvas style="position:fixed;inset:0;width:100%25;height:100%25"></canvas>')
  const steps = await page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const canvas = document.querySelector('canvas') as HTMLCanvasElement
        canvas.width = innerWidth
        canvas.height = innerHeight
        const gl = canvas.getContext('webgl2')
        const times: number[] = []
        let last = 0
        const draw = (now: number) => {
          if (last > 0) times.push(now - last)
          last = now
          gl?.clearColor(Math.random(), 0.5, 0.5, 1)
          gl?.clear(gl.COLOR_BUFFER_BIT)
          if (times.length < 120) requestAnimationFrame(draw)
          else resolve(times)
        }
        requestAnimationFrame(draw)
      }),
  )
  await page.context().close()
  return median(steps)
}
