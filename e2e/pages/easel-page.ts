import { expect, type Page } from '@playwright/test'

/** A portrait, from the queue to the finished painting. */
export class EaselPage {
  constructor(private readonly page: Page) {}

  readonly open = (id: string) => this.page.goto(`/studio/${id}`)
  readonly compare = () => this.page.getByRole('slider', { name: 'Compare photo and painting' })
  /** Can be pressed while the painting is refined. */
  readonly stop = () => this.page.getByRole('button', { name: 'Stop here' })
  readonly distance = () => this.page.getByText(/^Distance to the manner: \d/)
  readonly refined = () => this.page.getByText(/^Refined in .* until you stopped it\.$/)
  readonly download = () => this.page.getByRole('link', { name: 'Download' })
  readonly hang = () => this.page.getByRole('button', { name: 'Hang it in my room' })
  readonly submit = () => this.page.getByRole('button', { name: 'Offer it to an exhibition' })
  readonly remove = () => this.page.getByRole('button', { name: 'Delete for good' })
  readonly confirmRemoval = () => this.page.getByRole('button', { name: 'Yes, delete everything' })

  id(): string {
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? ''
  }

  /** The slider appears with the finished painting. */
  async untilPainted(): Promise<void> {
    await expect(this.compare()).toBeVisible({ timeout: 90_000 })
  }

  async createAccount(person: { name: string; email: string; password: string }): Promise<void> {
    await this.page.getByLabel('Name').fill(person.name)
    await this.page.getByLabel('E-mail').fill(person.email)
    await this.page.getByLabel('Password').fill(person.password)
    await this.page.getByRole('button', { name: 'Create account' }).click()
  }

  async hangAs(title: string): Promise<void> {
    await this.page.getByLabel('Title').fill(title)
    await this.page.getByRole('button', { name: 'Hang it', exact: true }).click()
  }

  async offerAs(title: string, exhibition: string): Promise<void> {
    await this.page.getByLabel(exhibition).check()
    await this.page.getByLabel('Title').fill(title)
    await this.page.getByRole('button', { name: 'Offer it', exact: true }).click()
  }

  readonly toRoom = () => this.page.getByRole('link', { name: 'Walk to my room' })
}
