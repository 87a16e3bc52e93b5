import type { Page } from '@playwright/test'

/** A work with its label. */
export class WorkPage {
  constructor(private readonly page: Page) {}

  readonly open = (id: string) => this.page.goto(`/works/${id}`)
  readonly title = () => this.page.getByRole('heading', { level: 1 })
  readonly like = () => this.page.getByRole('button', { name: /^Like / })
  readonly keep = () => this.page.getByRole('button', { name: /^Keep / })
  readonly paintMe = () => this.page.getByRole('link', { name: 'Paint me like this' })

  /** Likes of everybody, as the button shows them. */
  async likeCount(): Promise<number> {
    return Number(await this.like().innerText())
  }

  id(): string {
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? ''
  }
}
