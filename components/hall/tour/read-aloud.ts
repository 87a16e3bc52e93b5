import { breathsOf } from './breaths-of'
import { readingMs } from './pace'
import { partOf } from './part-of'
import type { SoundDevice } from './sound-device'
import type { Speech } from './speaker'
import { voiceFor, whenVoicesAreKnown } from './voices'

/** A voice may be slow, and its end may never be told: after this many times the usual reading, and some, nobody waits for it. */
const patience = { times: 3, moreMs: 5_000 } as const

interface Telling {
  /** With what is left of the text as a breath is drawn for the first part of it. */
  onBreath(rest: string): void
  onEnd(): void
  /** With what is left of the text. */
  onFail(rest: string): void
}

/**
 * Reads a text by the device's own voice, breath by breath, until the signal is aborted. Says once that it is over, or that the device
 * cannot speak.
 */
export function readAloud(
  device: SoundDevice,
  { text, language }: Pick<Speech, 'text' | 'language'>,
  signal: AbortSignal,
  { onBreath, onEnd, onFail }: Telling,
): void {
  const { synthesis } = device
  if (!synthesis) {
    onFail(text)
    return
  }
  signal.addEventListener('abort', () => synthesis.cancel(), { once: true })
  whenVoicesAreKnown(synthesis, device, signal, () => {
    const voice = voiceFor(language, synthesis.getVoices())
    const breaths = breathsOf(text, language)
    const restFrom = (at: number) => breaths.slice(at).join(' ')
    const sayFrom = (at: number): void => {
      const breath = breaths[at]
      if (breath === undefined) onEnd()
      else if (voice) {
        onBreath(restFrom(at))
        const utterance = device.utterance(breath)
        utterance.lang = voice.lang
        utterance.voice = voice
        const limitMs = patience.moreMs + patience.times * readingMs(breath, language)
        sayOne(device, synthesis, { utterance, limitMs }, signal, (wasHeard) =>
          wasHeard ? sayFrom(at + 1) : onFail(restFrom(at)),
        )
      } else onFail(text)
    }
    sayFrom(0)
  })
}

/** Says one utterance; whether anything of it was to be heard, once it is over. */
function sayOne(
  { later }: SoundDevice,
  synthesis: SpeechSynthesis,
  { utterance, limitMs }: { utterance: SpeechSynthesisUtterance; limitMs: number },
  signal: AbortSignal,
  onOver: (wasHeard: boolean) => void,
): void {
  const saying = partOf(signal)
  const own = { signal: saying.signal }
  let hasBegun = false
  const over = (wasHeard: boolean) => {
    saying.abort()
    onOver(wasHeard)
  }
  utterance.addEventListener('start', () => (hasBegun = true), own)
  utterance.addEventListener('end', () => over(true), own)
  utterance.addEventListener('error', () => over(false), own)
  const giveUp = () => {
    saying.abort()
    synthesis.cancel()
    onOver(hasBegun)
  }
  later(limitMs, giveUp, saying.signal)
  synthesis.speak(utterance)
}
