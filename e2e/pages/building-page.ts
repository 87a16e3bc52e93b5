import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

interface BuildingWish {
  architecture: string
  works: number
}

interface DeskRoom {
  architecture: string
  width: number
  depth: number
  plan: { architecture: string; wallColour?: string }
}

/** The rooms of an exhibition at the curator's desk, on their floor. */
export class BuildingPage {
  constructor(readonly page: Page) {}

  plan(rooms: number): Locator {
    return this.page.getByRole('img', { name: rooms === 1 ? 'Floor plan of one room' : `Floor plan of ${rooms} rooms` })
  }

  notJoined(): Locator {
    return this.page.getByText('Not every room can be walked into')
  }

  async rooms(id: string): Promise<[DeskRoom, DeskRoom]> {
    return (await (await this.page.request.get(`/api/desk/exhibitions/${id}`)).json()).rooms
  }

  async addRoom(name: { en: string; zh: string }, wish: BuildingWish): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a room' }).click()
    await this.page.getByLabel('Name in English').fill(name.en)
    await this.page.getByLabel('Name in Chinese').fill(name.zh)
    await this.page.getByLabel('Architecture', { exact: true }).selectOption(wish.architecture)
    await this.page.getByLabel('Works it is for').fill(String(wish.works))
    await this.page.getByRole('button', { name: 'Add the room' }).click()
    await expect(this.page.getByRole('heading', { name: name.en })).toBeVisible()
  }

  async paint(room: string, colour: string): Promise<void> {
    await this.page.getByRole('button', { name: `Name and colour of ${room}` }).click()
    await this.page.getByRole('radio', { name: colour }).check({ force: true })
    await this.page.getByRole('button', { name: 'Save', exact: true }).last().click()
    await expect(this.page.getByRole('radio', { name: colour })).toHaveCount(0)
  }

  async rebuild(wishes: BuildingWish[]): Promise<void> {
    await this.page.getByRole('button', { name: 'Build the rooms anew' }).click()
    for (const [index, wish] of wishes.entries()) {
      await this.page.getByLabel('Architecture', { exact: true }).nth(index).selectOption(wish.architecture)
      await this.page.getByLabel('Works it is for').nth(index).fill(String(wish.works))
    }
    await this.page.getByRole('button', { name: 'Build', exact: true }).click()
    // The button says something else while it builds; the form goes when it is done.
    await expect(this.page.getByLabel('Works it is for')).toHaveCount(0)
  }
}
