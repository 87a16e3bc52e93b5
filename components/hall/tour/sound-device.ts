/** What a voice needs of the browser: tests have one of their own, since nothing speaks where there is no browser. */
export interface SoundDevice {
  /** Null where the device cannot speak. */
  readonly synthesis: SpeechSynthesis | null
  utterance(text: string): SpeechSynthesisUtterance
  recording(address: string): HTMLAudioElement
  /** Calls `task` after `ms`, unless the signal was aborted before. */
  later(ms: number, task: () => void, signal: AbortSignal): void
  /** Calls `task` when the page is left, for another or for good. */
  whenLeft(task: () => void, signal: AbortSignal): void
}

export const thisDevice: SoundDevice = {
  get synthesis() {
    return 'speechSynthesis' in window ? window.speechSynthesis : null
  },
  utterance: (text) => new SpeechSynthesisUtterance(text),
  recording: (address) => new Audio(address),
  later(ms, task, signal) {
    if (signal.aborted) return
    const timer = setTimeout(task, ms)
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
  },
  whenLeft: (task, signal) => window.addEventListener('pagehide', task, { once: true, signal }),
}
