import { expect, type Locator, type Page } from '@playwright/test'

/** The hall as whoever has no pointer goes through it. */
export class HallKeyboard {
  constructor(private readonly page: Page) {}

  readonly toWorks = () => this.page.getByTestId('hall-to-works')
  readonly stop = (index: number) => this.page.getByTestId('hall-stops').getByRole('button').nth(index)
  readonly room = (number: number) =>
    this.page
      .getByTestId('hall-rooms')
      .getByRole('button')
      .nth(number - 1)
  readonly ways = () => this.page.getByTestId('hall-help')
  readonly companyPanel = () => this.page.getByTestId('hall-company')
  readonly exit = () => this.page.getByTestId('hall-exit')

  /** Presses a key until something has the focus, which is seen there then; in vain after `most` presses. */
  async tabTo(target: Locator, most: number, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const hasFocus = () => target.evaluateAll((all) => all.includes(document.activeElement as HTMLElement))
    for (let press = 0; press < most && !(await hasFocus()); press++) await this.page.keyboard.press(key)
    await expect(target).toBeFocused()
    await this.expectFocusIsSeen()
  }

  /** What has the focus is large enough to be found, in the window, under nothing, and has a ring round it. */
  async expectFocusIsSeen(): Promise<void> {
    const look = () =>
      this.page.evaluate(() => {
        const element = document.activeElement as HTMLElement
        const { left, top, width, height } = element.getBoundingClientRect()
        const above = document.elementFromPoint(left + width / 2, top + height / 2)
        const { outlineStyle, outlineWidth } = getComputedStyle(element)
        const hasRing = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
        return { isLarge: Math.min(width, height) >= 20, isOnTop: above !== null && element.contains(above), hasRing }
      })
    await expect.poll(look).toEqual({ isLarge: true, isOnTop: true, hasRing: true })
  }
}
