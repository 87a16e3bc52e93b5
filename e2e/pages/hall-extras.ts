import { expect, type Page } from '@playwright/test'

/** What there is about the hall beside walking in it: looking by the mouse alone, the wait before it opens, easels that are shown. */
export class HallExtras {
  constructor(private readonly page: Page) {}

  readonly view = () => this.page.getByRole('application')
  /** Whether moving the mouse turns the head (pointer lock). */
  readonly isMouseHeld = () => this.view().evaluate((view) => document.pointerLockElement === view)

  /** Where one looks, radians; more is farther to the left. */
  async yaw(): Promise<number> {
    return Number(await this.page.getByTestId('hall').getAttribute('data-hall-yaw'))
  }

  /** A press of the mouse that clicks on nothing, for browsers give the mouse away after one only. */
  async nudge(): Promise<void> {
    await this.page.mouse.move(520, 320)
    await this.page.mouse.down()
    await this.page.mouse.move(540, 320, { steps: 2 })
    await this.page.mouse.up()
  }

  /** Looks around, by dragging the view to the left. */
  async lookAround(pixels: number): Promise<void> {
    await this.page.mouse.move(520, 320)
    await this.page.mouse.down()
    await this.page.mouse.move(520 - pixels, 320, { steps: 4 })
    await this.page.mouse.up()
  }

  /** Looks at a work closely, and nearer than on the wall. */
  async lookCloser(): Promise<void> {
    await this.page.keyboard.press('z')
    await this.untilClose()
    await this.page.keyboard.press('+')
    await expect.poll(() => new URL(this.page.url()).searchParams.get('detail'), { timeout: 30_000 }).not.toBeNull()
    await expect.poll(() => this.nearness(), { timeout: 30_000 }).toBeGreaterThan(105)
  }

  readonly zoom = () => this.page.getByTestId('hall-zoom')
  /** Until tiles have taken over. */
  readonly untilClose = () => expect(this.zoom()).toHaveAttribute('data-zoom-state', 'shown', { timeout: 90_000 })
  /** Percent of the size on the wall. */
  readonly nearness = async () => Number(await this.zoom().getAttribute('data-zoom-percent'))

  /** Whether it has come to rest. */
  async isSettled(): Promise<boolean> {
    const before = await this.nearness()
    await this.page.waitForTimeout(1_000)
    return (await this.nearness()) === before
  }

  /** The graphics card takes the hall's canvas away. */
  readonly loseCanvas = () =>
    this.page.evaluate(() => {
      const canvas = document.querySelector('[data-testid="hall"] canvas') as HTMLCanvasElement
      canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
    })

  readonly coming = () => this.page.getByTestId('coming')
  readonly clock = () => this.coming().getByRole('timer')
  /** What is said at the hour; nothing before. */
  readonly opening = () => this.coming().getByRole('status').first()

  readonly easels = () => this.page.getByTestId('easel-shown')
  /** Address of the picture that came last on the only easel. */
  readonly preview = () => this.easels().locator('img').last().getAttribute('src')
  readonly toEasels = () => this.page.getByTestId('easel-wall').evaluate((wall) => wall.scrollIntoView())
}
