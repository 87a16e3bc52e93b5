import type { Page } from '@playwright/test'

/** Where a portrait is ordered. */
export class StudioPage {
  constructor(private readonly page: Page) {}

  readonly open = (query = '') => this.page.goto(`/studio${query}`)
  readonly styles = () => this.page.locator('input[name="style"]')
  readonly chosenStyle = () => this.page.locator('input[name="style"]:checked')
  /** Sketch, Painting or Master. */
  readonly quality = (name: string) => this.page.getByRole('radio', { name: new RegExp(`^${name}`) })
  readonly submit = () => this.page.getByRole('button', { name: 'Paint me' })
  readonly paintHere = () => this.page.getByRole('button', { name: 'Paint on this device' })
  readonly pictureHere = () => this.page.getByRole('img', { name: 'What this device has painted' })
  readonly savePictureHere = () => this.page.getByRole('link', { name: 'Save the picture' })
  readonly fault = () => this.page.locator('#photo-fault')

  /** As somebody would by the file chooser. */
  async choose(name: string, mimeType: string, buffer: Buffer): Promise<void> {
    await this.page.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer })
  }

  async order(photo: Buffer): Promise<void> {
    await this.choose('me.jpg', 'image/jpeg', photo)
    if ((await this.chosenStyle().count()) === 0) await this.styles().first().check({ force: true })
    await this.submit().click()
    await this.page.waitForURL(/\/studio\/[0-9a-f-]{36}$/)
  }
}
