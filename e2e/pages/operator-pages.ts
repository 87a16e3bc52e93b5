import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** The operator's desk, page by page, as one comes to it by its navigation. */
export class OperatorPages {
  constructor(readonly page: Page) {}

  async signIn(email: string, password: string): Promise<void> {
    const headers = { origin: new URL(String(process.env.E2E_BASE_URL)).origin }
    const answer = await this.page.request.post('/api/account/sign-in', { data: { email, password }, headers })
    expect(answer.status()).toBe(200)
  }

  /** By the desk's own line, so that it is tried along the way. */
  async open(name: string): Promise<void> {
    if (!new URL(this.page.url() || 'about:blank').pathname.startsWith('/operator')) await this.page.goto('/operator')
    await this.navigation().getByRole('link', { name, exact: true }).click()
    await expect(this.navigation().getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'page')
  }

  navigation(): Locator {
    return this.page.getByRole('navigation', { name: 'Operator’s desk' })
  }

  async pause(): Promise<void> {
    await this.open('Orders')
    await this.page.getByRole('button', { name: 'Pause the queue' }).click()
    await expect(this.page.getByText(/^Paused since/)).toBeVisible()
  }

  async resume(): Promise<void> {
    await this.open('Orders')
    await this.page.getByRole('button', { name: 'Let it go on' }).click()
    await expect(this.page.getByText('The queue runs.')).toBeVisible()
  }

  async switchFeature(name: string, isOn: boolean): Promise<void> {
    await this.open('House')
    await this.page.getByLabel(name).setChecked(isOn)
    await this.page.getByRole('button', { name: 'Save' }).click()
    await expect(this.page.getByText('Saved.')).toBeVisible()
  }

  async announce(text: { en: string; zh: string }): Promise<void> {
    await this.open('Announcements')
    await this.page.getByLabel('Line in English').fill(text.en)
    await this.page.getByLabel('Line in Chinese').fill(text.zh)
    await this.page.getByRole('button', { name: 'Announce', exact: true }).click()
    await expect(this.page.getByText('It stands at the top')).toBeVisible()
  }

  async takeDown(text: string): Promise<void> {
    await this.open('Announcements')
    const row = this.page.getByRole('listitem').filter({ hasText: text })
    await row.getByRole('button', { name: 'Take down' }).click()
    await row.getByRole('button', { name: 'Take it down for good' }).click()
    await expect(row).toHaveCount(0)
  }
}
