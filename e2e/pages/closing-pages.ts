import type { Page } from '@playwright/test'

/** An exhibition's end: the note before it, the farewell in the hall, and what stands at the address from then on. */
export class ClosingPages {
  constructor(private readonly page: Page) {}

  readonly note = () => this.page.getByTestId('closing-note')
  readonly farewell = () => this.page.getByTestId('hall-farewell')
  /** What is read out of the closing. */
  readonly told = () => this.page.getByTestId('hall-closing-notice')
  readonly toBook = () => this.farewell().getByRole('button', { name: 'Write in the visitors’ book' })
  readonly toOthers = () => this.farewell().getByRole('link', { name: 'Exhibitions that are open now' })
  readonly putAway = () => this.farewell().getByRole('button', { name: 'Put the farewell away' })

  readonly closed = () => this.page.getByTestId('closed')
  readonly robots = () => this.page.locator('meta[name="robots"]')
  /** Ways to what is open. */
  readonly others = () => this.closed().locator('a[href^="/exhibitions/"]')
}
