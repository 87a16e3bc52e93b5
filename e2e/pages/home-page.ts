import type { Page } from '@playwright/test'

/** The house's front: what is open now, and its doors. */
export class HomePage {
  constructor(private readonly page: Page) {}

  readonly open = () => this.page.goto('/')
  readonly title = () => this.page.getByRole('heading', { level: 1 })
  /** The first exhibition's two doors. */
  readonly walkIn = () => this.page.getByRole('link', { name: /^Walk in/ }).first()
  readonly viewWorks = () => this.page.getByRole('link', { name: /^View the works/ }).first()
}
