import type { Page } from '@playwright/test'

interface Played {
  /** Which of the page's media elements, in the order of their first playing. */
  player: number
  address: string
  /** Seconds. */
  from: number
}

interface Watched {
  players: HTMLMediaElement[]
  played: Played[]
}

/** What is to be heard in the hall: recordings of tours, and the audio guide to one work. */
export class TourSound {
  /** Recordings that the browser was given, with the status of each answer. */
  readonly answers: { address: string; status: number }[] = []

  private constructor(private readonly page: Page) {}

  /** To be called before the page is opened. */
  static async watch(page: Page): Promise<TourSound> {
    const sound = new TourSound(page)
    page.on('response', (response) => {
      const { pathname, search } = new URL(response.url())
      if (pathname.startsWith('/api/tour-stops/'))
        sound.answers.push({ address: pathname + search, status: response.status() })
    })
    await page.addInitScript(() => {
      const watched: Watched = { players: [], played: [] }
      const { play } = HTMLMediaElement.prototype
      HTMLMediaElement.prototype.play = function () {
        if (!watched.players.includes(this)) watched.players.push(this)
        const address = this.getAttribute('src') ?? ''
        watched.played.push({ player: watched.players.indexOf(this), address, from: this.currentTime })
        return play.call(this)
      }
      Object.assign(window, { watchedSound: watched })
    })
    return sound
  }

  /** Each beginning and going on of a recording, in order. */
  played(): Promise<Played[]> {
    return this.page.evaluate(() =>
      (window as unknown as { watchedSound: Watched }).watchedSound.played.filter(({ address }) =>
        address.startsWith('/api/tour-stops/'),
      ),
    )
  }

  /** Where the player that played last is, seconds, and what it is about. */
  now(): Promise<{ seconds: number; isPaused: boolean; hasEnded: boolean }> {
    return this.page.evaluate(() => {
      const { players, played } = (window as unknown as { watchedSound: Watched }).watchedSound
      const player = players[played.at(-1)?.player ?? -1]
      const { currentTime = 0, paused = true, ended = false } = player ?? {}
      return { seconds: currentTime, isPaused: paused, hasEnded: ended }
    })
  }

  /** Said beside the caption while a tour waits. */
  readonly held = () => this.page.getByTestId('hall-tour-held')
  readonly listen = () => this.page.getByTestId('hall-listen')
  readonly stopListening = () => this.page.getByTestId('hall-listen-stop')
  readonly tourButton = (name: 'pause' | 'end') => this.page.getByTestId(`hall-tour-${name}`)

  /** As a browser does whose card is taken away: the hall's canvas loses what it drew with. */
  async loseCanvas(): Promise<void> {
    await this.page.evaluate(() => {
      const contexts = [...document.querySelectorAll('canvas')].map((canvas) => canvas.getContext('webgl2'))
      for (const context of contexts) context?.getExtension('WEBGL_lose_context')?.loseContext()
    })
  }
}
