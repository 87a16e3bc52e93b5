import { silence } from './silence'

/** What a voice needs of the browser: tests have one of their own, since nothing speaks where there is no browser. */
export interface SoundDevice {
  /** Null where the device cannot speak. */
  readonly synthesis: SpeechSynthesis | null
  utterance(text: string): SpeechSynthesisUtterance
  /** Plays all recordings, one after the other: phones let an element sound of itself only if a tap has started that very one before. */
  readonly player: HTMLAudioElement
  /** To be called in a tap: from then on the player may begin of itself. */
  unlock(): void
  /** Milliseconds since any moment that stays the same. */
  now(): number
  /** Calls `task` after `ms`, unless the signal was aborted before. */
  later(ms: number, task: () => void, signal: AbortSignal): void
  /** Calls `task` when the page is left, for another or for good. */
  whenLeft(task: () => void, signal: AbortSignal): void
}

/** This browser, with a player of its own. */
export function openSoundDevice(): SoundDevice {
  let player: HTMLAudioElement | undefined
  let isUnlocked = false
  return {
    get synthesis() {
      return 'speechSynthesis' in window ? window.speechSynthesis : null
    },
    utterance: (text) => new SpeechSynthesisUtterance(text),
    get player() {
      player ??= new Audio()
      return player
    },
    unlock() {
      if (isUnlocked) return
      isUnlocked = true
      const address = URL.createObjectURL(silence())
      this.player.src = address
      // Cut off where a recording begins in the same tap, which unlocks as well.
      const play = this.player.play().catch(() => undefined)
      void play.then(() => URL.revokeObjectURL(address))
    },
    now: () => performance.now(),
    later(ms, task, signal) {
      if (signal.aborted) return
      const timer = setTimeout(task, ms)
      signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
    },
    whenLeft: (task, signal) => window.addEventListener('pagehide', task, { once: true, signal }),
  }
}
