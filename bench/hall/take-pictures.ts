/**
 * `npx tsx bench/hall/take-pictures.ts [folder]`: the pictures of docs/rooms.md and of the README, of a house of its own, or of the one that
 * E2E_BASE_URL and E2E_DATA name.
 */
import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from '@playwright/test'
import sharp from 'sharp'
import { readCollection } from '../../collection/read-collection'
import { hangTestExhibition } from '../../e2e/support/hang/hang-exhibition'
import startProduct from '../../e2e/support/start-product'
import type { Architecture } from '../../lib/hanging/plan'
import { desktop, openBrowser, openPage, untilComplete } from './measure'

interface Wanted {
  name: string
  architectures: Architecture[]
  /** Which of the collection's exhibitions hangs there. */
  exhibition: number
  /** How far the visitor turns to the right after coming in, pixels of a drag. */
  turn?: number
  /** With what stands around the room on the screen. */
  hasInterface?: boolean
}

const wanted: Wanted[] = [
  { name: 'white-cube', architectures: ['white-cube'], exhibition: 0 },
  { name: 'hall', architectures: ['white-cube'], exhibition: 0, hasInterface: true },
  { name: 'salon', architectures: ['salon'], exhibition: 2 },
  { name: 'loft', architectures: ['loft'], exhibition: 1, turn: 85 },
  { name: 'dark-room', architectures: ['dark-room'], exhibition: 0, turn: 260 },
  { name: 'pavilion', architectures: ['pavilion'], exhibition: 1, turn: 85 },
  { name: 'suite', architectures: ['white-cube', 'loft', 'salon', 'dark-room'], exhibition: 0 },
]

const folder = process.argv[2] ?? 'docs/pictures'
const only = process.env.PICTURES?.split(',')
await mkdir(folder, { recursive: true })
const stop = await startProduct()
try {
  const browser = await openBrowser()
  for (const each of wanted) if (!only || only.includes(each.name)) await take(browser, each)
  await browser.close()
} finally {
  await stop?.()
}
process.exit()

async function take(browser: Browser, { name, architectures, exhibition, turn = 0, hasInterface }: Wanted) {
  const slug = await hang(architectures, exhibition)
  const hall = `${process.env.E2E_BASE_URL}/exhibitions/${slug}/hall`
  while (!/\/api\/light\/[0-9a-f]{64}/.test(await (await fetch(hall)).text())) await sleep(500)
  const page = await openPage(browser, desktop)
  await page.goto(hall)
  await untilComplete(page)
  if (turn > 0) await lookRight(page, turn)
  // Everything but the canvas and what holds it.
  const bare = 'body *:not(canvas):not(:has(canvas)) { visibility: hidden }'
  if (!hasInterface) await page.addStyleTag({ content: bare })
  await sleep(1_500)
  await sharp(await page.screenshot())
    .webp({ quality: 86 })
    .toFile(path.join(folder, `${name}.webp`))
  console.log(path.join(folder, `${name}.webp`))
  await page.context().close()
}

async function lookRight(page: Page, pixels: number) {
  const [x, y] = [desktop.width / 2, desktop.height * 0.3]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - pixels, y, { steps: 12 })
  await page.mouse.up()
  await sleep(1_500)
  await untilComplete(page)
}

/** Answers the exhibition's slug. */
async function hang(architectures: Architecture[], exhibition: number): Promise<string> {
  const { exhibitions, works } = await readCollection()
  const shown = exhibitions[exhibition]
  if (!shown) throw new Error(`the collection has no exhibition ${exhibition}`)
  const own = works.filter((work) => work.exhibition === shown.slug)
  const rooms = architectures.map((architecture, room) => ({
    architecture,
    works: (architectures.length === 1 ? own : works.slice(room * 6, room * 6 + 6)).map((work) => ({
      title: work.title.en,
      file: path.resolve('collection/pictures', `${work.id}.webp`),
      widthCm: work.widthCm,
      heightCm: work.heightCm,
    })),
  }))
  const slug = `pictures-${randomUUID().slice(0, 8)}`
  const hung = await hangTestExhibition({ slug, title: shown.title.en, text: shown.text.en, rooms })
  if (!hung) throw new Error('these pictures hang exhibitions, and need a house of their own for it')
  return slug
}
