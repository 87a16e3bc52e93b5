import type { Page } from '@playwright/test'

/** What is one's own: favourites and portraits. */
export class MinePages {
  constructor(private readonly page: Page) {}

  readonly openFavourites = () => this.page.goto('/me/favourites')
  readonly openPortraits = () => this.page.goto('/me/portraits')
  readonly works = () => this.page.locator('main a[href^="/works/"]:has(img)')
  readonly portraits = () => this.page.locator('main a[href^="/studio/"]:has(img)')
}
