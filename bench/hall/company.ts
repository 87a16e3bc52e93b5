import type { Browser, Page } from '@playwright/test'
import { layOut } from '../../lib/hanging/lay-out'
import type { Plan } from '../../lib/hanging/plan'
import { boundsOf } from '../../lib/hanging/walls'
import type { BenchRow } from '../painter'
import { readJson } from '../place-order'
import { type House, RawVisitor } from '../raw-visitor'
import { budget } from './budget'
import { desktop, openPage, readMeter, resetMeter, untilComplete } from './measure'

const people = 500
/** Loopback addresses to come from, since one is let in so often only. */
const sources = 20

/** Five hundred people in one room, as the house lets them in and tells of them: what they add to a frame of somebody who looks on. */
export async function withCompany(browser: Browser, base: string, slug: string, work: string): Promise<BenchRow[]> {
  const { rooms } = await readJson<{ rooms: { plan: Plan }[] }>(`${base}/api/exhibitions/${slug}`)
  const [first] = layOut(rooms.map(({ plan }) => plan))
  if (!first) throw new Error('an exhibition without rooms')
  const { minX, maxX, minZ, maxZ } = boundsOf([first])
  const { hostname, port } = new URL(base)
  const hall = { slug, minX: minX + 1, maxX: maxX - 1, minZ: minZ + 1, maxZ: maxZ - 1 }
  const host = hostname === 'localhost' ? '127.0.0.1' : hostname
  const page = await openPage(browser, desktop)
  await page.goto(`${base}/exhibitions/${slug}/hall`)
  await untilComplete(page)
  const alone = await countCalls(page)
  const crowd = await come({ host, port: Number(port), artworkIds: [work], hall })
  try {
    await page.waitForFunction(
      (least) =>
        Number(/\d+/.exec(document.querySelector('[data-testid=hall-company-button]')?.ariaLabel ?? '')?.[0]) >= least,
      people,
      { timeout: 120_000 },
    )
    const among = await countCalls(page, () => {
      for (const visitor of crowd) visitor.step()
    })
    return [
      budget(`draw calls that ${people} visitors in the room add`, among - alone, 'calls', 2),
      {
        ...budget('draw calls of that room with nobody in it', alone, 'calls', 100),
        goal: undefined,
        isMet: undefined,
      },
    ]
  } finally {
    for (const visitor of crowd) visitor.leave()
    await page.context().close()
  }
}

/** The worst frame while one looks round from where one came in. */
async function countCalls(page: Page, meanwhile = () => {}): Promise<number> {
  await resetMeter(page)
  for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowRight', 'ArrowLeft']) {
    meanwhile()
    await page.keyboard.down(key)
    await page.waitForTimeout(700)
    await page.keyboard.up(key)
  }
  await page.waitForTimeout(1_500)
  return (await readMeter(page)).most.calls
}

function come(house: House): Promise<RawVisitor[]> {
  return new Promise((resolve) => {
    let here = 0
    const hearing = {
      onFollowing() {
        if (++here === people) resolve(crowd)
      },
      onEvent() {},
      onLost() {
        here--
      },
    }
    const crowd = Array.from(
      { length: people },
      (_, index) => new RawVisitor(house, `127.0.0.${2 + (index % sources)}`, hearing),
    )
    for (const [index, visitor] of crowd.entries()) setTimeout(() => visitor.open(), index * 10)
  })
}
