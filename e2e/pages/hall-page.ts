import { expect, type Page } from '@playwright/test'

/** The hall: one exhibition in 3D. Where one stands is read from the attributes of its root. */
export class HallPage {
  constructor(private readonly page: Page) {}

  readonly root = () => this.page.getByTestId('hall')
  readonly panel = () => this.page.getByTestId('hall-panel')
  readonly panelTitle = () => this.page.getByTestId('hall-panel-title')
  readonly paintMe = () => this.page.getByTestId('hall-paint-me')
  readonly like = () => this.panel().getByRole('button', { name: /^Like / })
  readonly keep = () => this.panel().getByRole('button', { name: /^Keep / })
  readonly list = () => this.page.getByTestId('hall-list')
  readonly entries = () => this.page.getByTestId('hall-list-entry')
  readonly announcement = () => this.page.getByTestId('hall-announcement')

  async position(): Promise<{ x: number; z: number }> {
    const read = async (axis: string) => Number(await this.root().getAttribute(`data-hall-${axis}`))
    return { x: await read('x'), z: await read('z') }
  }

  /** Holds a key until one stands elsewhere; drawing on the processor, a frame may take a second. */
  async walk(key: string): Promise<void> {
    const before = await this.position()
    await this.page.keyboard.down(key)
    await expect.poll(() => this.position(), { timeout: 60_000 }).not.toEqual(before)
    await this.page.keyboard.up(key)
  }
}
