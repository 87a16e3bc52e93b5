import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test'
import { CHROMIUM_FLAGS, findBrowser } from '../../e2e/support/browser'
import { type GraphicsMeter, meterGraphics } from './graphics-meter'

export interface Window {
  width: number
  height: number
  /** A phone: touch, and the narrow budgets. */
  isPhone: boolean
}

export const desktop: Window = { width: 1440, height: 900, isPhone: false }
export const phone: Window = { width: 390, height: 844, isPhone: true }

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findBrowser(), args: [...CHROMIUM_FLAGS, '--js-flags=--expose-gc'] })

export async function openPage(browser: Browser, { width, height, isPhone }: Window): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height },
    hasTouch: isPhone,
    isMobile: isPhone,
    reducedMotion: 'no-preference',
  })
  const page = await context.newPage()
  // What transpiles this file names its functions by a helper that a page does not have.
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.addInitScript(meterGraphics)
  return page
}

export const untilComplete = (page: Page): Promise<void> =>
  page
    .locator('[data-testid=hall][data-hall-complete=true][data-hall-moving=false]')
    .waitFor({ timeout: 180_000, state: 'attached' })

type Figures = Omit<GraphicsMeter, 'reset'>

export const readMeter = (page: Page): Promise<Figures> =>
  page.evaluate(() => {
    const { most, frames, bytes, mostBytes, received, steps } = (window as unknown as { graphicsMeter: GraphicsMeter })
      .graphicsMeter
    return { most, frames, bytes, mostBytes, received, steps }
  })

export const resetMeter = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as { graphicsMeter: GraphicsMeter }).graphicsMeter.reset())

/** Bytes of scripts as they came over the wire, by address. */
export async function scriptsOf(page: Page): Promise<Map<string, number>> {
  const entries = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter((entry) => /\.js(?:$|\?)/.test(entry.name))
      .map((entry) => [entry.name, entry.encodedBodySize] as const),
  )
  return new Map(entries)
}

/** Bytes of live objects, after what nobody needs was thrown out. */
export async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize
}

export const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
