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
  /** The house's own line over the room. */
  readonly line = (text: string) => this.page.getByTestId('hall-line').getByText(text)

  readonly company = () => this.page.getByTestId('hall-company-button')
  readonly beSeen = () => this.page.getByTestId('hall-be-seen')
  readonly help = () => this.page.getByTestId('hall-help-button')
  readonly letterKeys = () => this.page.getByTestId('hall-letter-keys')
  readonly guide = () => this.page.getByTestId('hall-guide')
  readonly follow = () => this.page.getByTestId('hall-follow')
  readonly react = (kind: string) => this.panel().getByRole('button', { name: kind, exact: true })
  /** Reactions that have come into view here; those behind one's back do not count. */
  readonly reactions = () => this.page.locator('[data-testid="hall-reaction"][data-seen]')
  readonly openBook = () => this.page.getByTestId('hall-book-button')
  readonly book = () => this.page.getByTestId('hall-book')
  readonly tours = () => this.page.getByTestId('hall-tours-button')
  readonly beginTour = (title: string) => this.page.getByRole('button', { name: `Begin the tour “${title}”` })
  readonly tour = () => this.page.getByTestId('hall-tour')
  readonly caption = () => this.page.getByTestId('hall-caption')
  readonly tourButton = (name: string) => this.tour().getByRole('button', { name })
  readonly otherLanguage = () => this.page.getByTestId('switch-language')
  readonly door = () => this.page.getByTestId('hall-door')
  readonly names = () => this.page.getByTestId('hall-name')

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

  readonly zoom = () => this.page.getByTestId('hall-zoom')
  readonly entrance = () => this.page.getByTestId('hall-entrance')

  /** Opens the hall of an exhibition and waits until one stands in it. */
  async open(slug: string, query = ''): Promise<void> {
    await this.page.goto(`/exhibitions/${slug}/hall${query}`)
    await this.untilReady()
  }

  async untilReady(): Promise<void> {
    await expect(this.root()).toHaveAttribute('data-hall-ready', 'true', { timeout: 90_000 })
    await expect(this.entrance()).toHaveCSS('opacity', '0', { timeout: 60_000 })
  }

  /** Until one stands still and everything is drawn in full. */
  async untilComplete(): Promise<void> {
    await expect(this.root()).toHaveAttribute('data-hall-moving', 'false', { timeout: 90_000 })
    await expect(this.root()).toHaveAttribute('data-hall-complete', 'true', { timeout: 120_000 })
  }

  /** Until one stands before a work, and nothing moves. */
  async untilBefore(artworkId: string): Promise<void> {
    await expect(this.root()).toHaveAttribute('data-hall-work', artworkId, { timeout: 90_000 })
    await expect(this.root()).toHaveAttribute('data-hall-moving', 'false', { timeout: 90_000 })
  }

  /** Where the work that one was led to appears in the window, pixels. */
  async framing(): Promise<{ left: number; top: number; width: number; height: number }> {
    await expect(this.root()).toHaveAttribute('data-hall-framing', /\d/, { timeout: 60_000 })
    const text = (await this.root().getAttribute('data-hall-framing')) ?? ''
    const [left = 0, top = 0, width = 0, height = 0] = text.split(',').map(Number)
    return { left, top, width, height }
  }
}
