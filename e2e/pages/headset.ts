import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { XRDevice } from 'iwer'

/** The page's window, with what is put there for the tests. */
interface WindowWithHeadset {
  IWER: typeof import('iwer')
  headset: XRDevice
  /** How often something was drawn so far. */
  draws: number
}

type Side = 'left' | 'right'

/** A headset that is not there: the page's own WebXR, worn and moved by the test. Both eyes are drawn side by side in the window. */
export class Headset {
  constructor(private readonly page: Page) {}

  readonly button = () => this.page.getByTestId('hall-vr')

  /** To be called before a page is opened. */
  async plugIn(): Promise<void> {
    await this.page.addInitScript({ path: path.resolve('node_modules/iwer/build/iwer.min.js') })
    await this.page.addInitScript(() => {
      const here = window as unknown as WindowWithHeadset
      here.headset = new here.IWER.XRDevice(here.IWER.metaQuest3, { stereoEnabled: true })
      here.headset.installRuntime({ forceInstall: true })
      here.draws = 0
      const { prototype } = WebGL2RenderingContext
      const draw = prototype.drawElements
      prototype.drawElements = function (...what) {
        here.draws++
        draw.apply(this, what)
      }
    })
  }

  /** Presses the button, and looks round until something was drawn for it. */
  async enter(): Promise<void> {
    await this.button().click()
    await expect.poll(() => this.isWorn(), { timeout: 30_000 }).toBe(true)
    await this.frames()
  }

  isWorn = () => this.page.evaluate(() => (window as unknown as WindowWithHeadset).headset.activeSession !== undefined)

  draws = () => this.page.evaluate(() => (window as unknown as WindowWithHeadset).draws)

  /** Until so many frames were begun: after the second one the first has been drawn with what the headset told. */
  async frames(count = 2): Promise<void> {
    await this.page.evaluate(
      (left) =>
        new Promise<void>((resolve) => {
          const session = (window as unknown as WindowWithHeadset).headset.activeSession
          const next = () => void (left-- > 0 ? session?.requestAnimationFrame(next) : resolve())
          next()
        }),
      count,
    )
  }

  /** The head: metres on the floor that it is tracked on, and radians to the left. */
  async holdHead(x: number, y: number, z: number, yaw = 0): Promise<void> {
    await this.page.evaluate(
      ([toX, toY, toZ, turn]) => {
        const { headset } = window as unknown as WindowWithHeadset
        headset.position.set(toX, toY, toZ)
        headset.quaternion.set(0, Math.sin(turn / 2), 0, Math.cos(turn / 2))
      },
      [x, y, z, yaw] as const,
    )
  }

  /** Points a hand, radians to the left and up from straight ahead. */
  async point(side: Side, yaw: number, pitch: number): Promise<void> {
    await this.page.evaluate(
      ([which, toLeft, up]) => {
        const [sy, cy, sp, cp] = [Math.sin(toLeft / 2), Math.cos(toLeft / 2), Math.sin(up / 2), Math.cos(up / 2)]
        const { headset } = window as unknown as WindowWithHeadset
        headset.controllers[which]?.quaternion.set(cy * sp, sy * cp, -sy * sp, cy * cp)
      },
      [side, yaw, pitch] as const,
    )
    await this.frames()
  }

  /** Presses a hand's trigger and lets it go. */
  async pull(side: Side): Promise<void> {
    for (const value of [1, 0]) {
      await this.page.evaluate(
        ([which, to]) => {
          const { headset } = window as unknown as WindowWithHeadset
          headset.controllers[which]?.updateButtonValue('trigger', to)
        },
        [side, value] as const,
      )
      await this.frames()
    }
  }

  /** Pushes a hand's stick, -1 to 1: to the right and towards oneself. */
  async push(side: Side, across: number, down: number): Promise<void> {
    await this.page.evaluate(
      ([which, x, y]) => {
        const { headset } = window as unknown as WindowWithHeadset
        headset.controllers[which]?.updateAxes('thumbstick', x, y)
      },
      [side, across, down] as const,
    )
    await this.frames()
  }

  /** The system's "recentre": the floor's middle is where one is. */
  async recentre(): Promise<void> {
    await this.page.evaluate(() => (window as unknown as WindowWithHeadset).headset.recenter())
    await this.frames()
  }

  /** The system's way out. */
  async takeOff(): Promise<void> {
    await this.page.evaluate(() => (window as unknown as WindowWithHeadset).headset.activeSession?.end())
  }
}
