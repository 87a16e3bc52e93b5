import { expect, type Page } from '@playwright/test'

/** Calls and submissions at the desk. */
export class CallPages {
  constructor(private readonly page: Page) {}

  async signIn(email: string, password: string): Promise<void> {
    await this.page.goto('/sign-in?next=/curator/calls')
    await this.page.waitForLoadState('networkidle')
    await this.page.getByLabel('E-mail').fill(email)
    await this.page.getByLabel('Password').fill(password)
    await this.page.getByRole('button', { name: 'Sign in' }).click()
    await this.page.waitForURL((url) => url.pathname === '/curator/calls')
  }

  /** Opens the call of the exhibition that the house opens with, for a day; its title. Drafts and shows of yesterday may stand above it. */
  async openCall(text: string): Promise<string> {
    await this.page.goto('/curator/calls')
    await this.page.waitForLoadState('networkidle')
    const { exhibitions } = await (await this.page.request.get('/api/exhibitions')).json()
    const title: string = exhibitions[0].title.en
    const row = this.page.locator('main li:has(h2)').filter({ has: this.page.getByRole('heading', { name: title }) })
    await row.getByRole('button', { name: /^(Open|Change) the call$/ }).click()
    await row.getByLabel('What you call for, in English').fill(text)
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16)
    await row.getByLabel('Deadline').fill(tomorrow)
    await row.getByRole('button', { name: /^(Open|Save) the call$/ }).click()
    await expect(row.getByRole('status')).toContainText('Takes works until')
    return title
  }

  readonly openSubmissions = () => this.page.goto('/curator/submissions')
  readonly offer = (title: string) =>
    this.page.getByRole('main').getByRole('listitem').filter({ hasText: title }).first()

  async decide(title: string, note: string, button: 'Accept' | 'Decline' | 'Ask for changes'): Promise<void> {
    const offer = this.offer(title)
    await offer.getByLabel(/^A note to the artist/).fill(note)
    await offer.getByRole('button', { name: button, exact: true }).click()
    await expect(offer.getByRole('button', { name: button, exact: true })).toBeHidden()
  }
}
