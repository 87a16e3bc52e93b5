import { test as base, expect as expectation, type Page } from '@playwright/test'
import { EaselPage } from '../pages/easel-page'
import { ExhibitionPage } from '../pages/exhibition-page'
import { HallPage } from '../pages/hall-page'
import { Headset } from '../pages/headset'
import { HomePage } from '../pages/home-page'
import { MinePages } from '../pages/mine-pages'
import { StudioPage } from '../pages/studio-page'
import { WorkPage } from '../pages/work-page'
import { onCspViolation } from './csp-violations'
import { untilAlive } from './until-alive'

interface Pages {
  home: HomePage
  exhibition: ExhibitionPage
  hall: HallPage
  headset: Headset
  work: WorkPage
  studio: StudioPage
  easel: EaselPage
  mine: MinePages
  /** Messages of the console that the test expects, e.g. of a request that it makes fail; anything else there fails the test. */
  expectedErrors: RegExp[]
}

/** What SwiftShader, which draws WebGL on the processor here, says of itself. */
const ofTheMachine = [/GPU stall due to ReadPixels/, /GL Driver Message/]

/** Whoever goes to a page finds it alive. */
function arriveAlive(page: Page): void {
  const goto = page.goto.bind(page)
  page.goto = async (...address) => {
    const response = await goto(...address)
    await untilAlive(page)
    return response
  }
}

export const test = base.extend<Pages>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's names
  expectedErrors: async ({}, use) => use([]),
  page: async ({ page, expectedErrors, javaScriptEnabled }, use) => {
    if (javaScriptEnabled !== false) arriveAlive(page)
    const errors: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    page.on('pageerror', (error) => errors.push(String(error)))
    await onCspViolation(page, (violation) => errors.push(violation))
    await use(page)
    const isExpected = (error: string) => [...ofTheMachine, ...expectedErrors].some((pattern) => pattern.test(error))
    expectation(errors.filter((error) => !isExpected(error))).toEqual([])
  },
  home: async ({ page }, use) => use(new HomePage(page)),
  exhibition: async ({ page }, use) => use(new ExhibitionPage(page)),
  hall: async ({ page }, use) => use(new HallPage(page)),
  headset: async ({ page }, use) => use(new Headset(page)),
  work: async ({ page }, use) => use(new WorkPage(page)),
  studio: async ({ page }, use) => use(new StudioPage(page)),
  easel: async ({ page }, use) => use(new EaselPage(page)),
  mine: async ({ page }, use) => use(new MinePages(page)),
})

export const expect = expectation
