import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** The curator's desk: its list, one exhibition, and the hanging of a room. */
export class DeskPages {
  constructor(readonly page: Page) {}

  /** Begins a draft from a template; answers with the exhibition's id. */
  async begin(title: { en: string; zh: string }, template: RegExp): Promise<string> {
    await this.page.goto('/curator/exhibitions')
    await this.page.getByRole('link', { name: 'New exhibition' }).click()
    await this.page.getByLabel('Title in English').fill(title.en)
    await this.page.getByLabel('Title in Chinese').fill(title.zh)
    await this.page.getByLabel(template).check()
    await this.page.getByRole('button', { name: 'Begin the draft' }).click()
    await this.page.waitForURL(/\/curator\/exhibitions\/[0-9a-f-]{36}$/)
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? ''
  }

  async openRoom(index = 0): Promise<void> {
    await this.page.getByRole('link', { name: 'Hang the works' }).nth(index).click()
    await expect(this.drawing()).toBeVisible()
  }

  elevation(): Locator {
    return this.page.getByTestId('elevation')
  }

  drawing(): Locator {
    return this.elevation().locator('svg')
  }

  /** Works on the wall that is drawn. */
  works(): Locator {
    return this.elevation().locator('[data-hanging]')
  }

  work(artworkId: string): Locator {
    return this.elevation().locator(`[data-work="${artworkId}"]`)
  }

  wall(index: number): Locator {
    return this.page.locator('[data-wall]').nth(index)
  }

  saved(): Promise<void> {
    return expect(this.page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved', { timeout: 60_000 })
  }

  /** Ids of works in the depot that do not hang in this room yet. */
  loose(): Promise<string[]> {
    const items = this.page.locator('[data-depot]:has(button[aria-label^="Hang "])')
    return items.evaluateAll((elements) => elements.map((element) => (element as HTMLElement).dataset.depot ?? ''))
  }

  /** Drags a work from the depot to a place on the wall, metres from the wall's left end at the height of 1.5 m. */
  async dragToWall(artworkId: string, along: number, length: number): Promise<void> {
    const picture = this.page.locator(`[data-depot="${artworkId}"] img`)
    // Waits until it stands still and nothing lies over it.
    await picture.hover()
    await this.page.mouse.down()
    const [x, y] = await this.pointOnWall(along, length)
    await this.page.mouse.move(x - 30, y + 20, { steps: 3 })
    await this.page.mouse.move(x, y, { steps: 3 })
    await this.page.mouse.up()
    await expect(this.work(artworkId)).toBeVisible()
  }

  /** Moves a work on its wall by so many pixels. */
  async moveBy(artworkId: string, dx: number): Promise<void> {
    const [box, before] = [await boxOf(this.work(artworkId)), await this.leftOf(artworkId)]
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await this.page.mouse.down()
    await this.page.mouse.move(box.x + box.width / 2 + dx, box.y + box.height / 2, { steps: 5 })
    await this.page.mouse.up()
    await expect.poll(() => this.leftOf(artworkId)).not.toBe(before)
  }

  /** Centimetres from the wall's left end, as the work's name tells it. */
  async leftOf(artworkId: string): Promise<number> {
    const name = (await this.work(artworkId).getAttribute('aria-label')) ?? ''
    return Number(/([\d.]+) cm from the left/.exec(name)?.[1])
  }

  private async pointOnWall(along: number, length: number): Promise<[number, number]> {
    // The line at 1.5 m runs from end to end; it has no height, so it is no box to Playwright.
    const line = await this.drawing().evaluate((svg) => {
      const { x, y, width } =
        svg.querySelector('line[stroke-dasharray="2 5"]')?.getBoundingClientRect() ?? new DOMRect()
      return { x, y, width }
    })
    return [line.x + (along / length) * line.width, line.y]
  }
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('nothing to be seen')
  return box
}
