import type { Locator, Page } from '@playwright/test'

/** What curators learn of one exhibition. */
export class FiguresPage {
  constructor(readonly page: Page) {}

  readonly visits = () => this.page.getByTestId('figures-visits')
  readonly hallVisits = () => this.page.getByTestId('figures-hall-visits')
  readonly now = () => this.page.getByTestId('figures-now')
  readonly heat = () => this.page.getByTestId('heat-plan')
  readonly csv = (table: string): Locator => this.page.getByRole('link', { name: `${table} as CSV` })

  async open(exhibitionId: string, query = ''): Promise<void> {
    await this.page.goto(`/curator/exhibitions/${exhibitionId}/figures${query}`)
  }
}
