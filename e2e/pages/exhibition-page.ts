import type { Page } from '@playwright/test'

/** An exhibition in the catalogue. */
export class ExhibitionPage {
  constructor(private readonly page: Page) {}

  readonly open = (slug: string) => this.page.goto(`/exhibitions/${slug}`)
  readonly title = () => this.page.getByRole('heading', { level: 1 })
  readonly works = () => this.page.locator('main a[href^="/works/"]:has(img)')
  readonly bookLines = () => this.page.getByTestId('book-line')
  readonly walkIn = () => this.page.getByRole('link', { name: /^Walk in/ }).first()
}
