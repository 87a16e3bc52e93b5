import type { SoundDevice } from '../sound-device'

/** A device whose clock, voice and recordings do what a test tells them; it writes down what is to be heard. */
export function openDevice(langs: string[] = ['en-GB']) {
  const heard: string[] = []
  const spoken: EventTarget[] = []
  const waiting: { ms: number; task: () => void; signal: AbortSignal }[] = []
  let leave = () => {}
  let time = 0
  let refuse = () => {}
  // As the browser's: a new address begins at its beginning, and what was still pending for the old one is dropped.
  let src = ''
  const player = Object.assign(new EventTarget(), {
    currentTime: 0,
    ended: false,
    getAttribute: () => src,
    play: () => {
      heard.push(`${src} from ${player.currentTime}`)
      return new Promise<void>((_, no) => (refuse = () => no(new Error('not supported'))))
    },
    pause: () => heard.push('(pause)'),
  })
  Object.defineProperty(player, 'src', {
    set(address: string) {
      src = address
      Object.assign(player, { currentTime: 0, ended: false })
    },
  })
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => langs.map((lang) => ({ lang })),
    speak: (utterance: EventTarget & { text: string }) => {
      heard.push(utterance.text)
      spoken.push(utterance)
    },
    cancel: () => heard.push('(hush)'),
  })
  const device = {
    synthesis: synthesis as unknown as SpeechSynthesis,
    utterance: (text: string) => Object.assign(new EventTarget(), { text }) as unknown as SpeechSynthesisUtterance,
    player: player as unknown as HTMLAudioElement,
    unlock: () => heard.push('(unlock)'),
    now: () => time,
    later: (ms, task, signal) => void waiting.push({ ms, task, signal }),
    whenLeft: (task, signal) => {
      leave = () => signal.aborted || task()
    },
  } satisfies SoundDevice
  const pending = () => waiting.filter(({ signal }) => !signal.aborted)
  return {
    device,
    heard,
    langs,
    synthesis,
    /** An event of what was begun last. */
    tell: (kind: string) => spoken.at(-1)?.dispatchEvent(new Event(kind)),
    play: (kind: string) => player.dispatchEvent(new Event(kind)),
    player,
    listen: (seconds: number) => Object.assign(player, { currentTime: seconds }),
    /** So much time passes, ms, without anything that was waited for. */
    wait: (ms: number) => {
      time += ms
    },
    refuse: async () => {
      refuse()
      await new Promise((resolve) => setImmediate(resolve))
    },
    leave: () => leave(),
    /** Times that are waited for, ms. */
    waits: () => pending().map(({ ms }) => ms),
    /** The time that was waited for first has passed. */
    pass() {
      const [first] = pending()
      waiting.splice(waiting.indexOf(first as (typeof waiting)[number]), 1)
      first?.task()
    },
  }
}
