import type { Locale } from '@/lib/i18n/locale'
import { partOf } from './part-of'
import type { SoundDevice } from './sound-device'

/**
 * How devices name a language's voices (Android writes zh_CN, Linux cmn), best first: a Cantonese voice does not read Mandarin, but is
 * better than none.
 */
const names: Record<Locale, readonly RegExp[]> = {
  en: [/^en/i],
  zh: [/^(?:zh-(?:hans-)?cn|cmn)\b/i, /^zh-(?:hant-)?tw\b/i, /^zh/i],
}

/** The voice for a language; null where the device has none that speaks it. */
export function voiceFor<V extends Pick<SpeechSynthesisVoice, 'lang'>>(
  language: Locale,
  known: readonly V[],
): V | null {
  for (const name of names[language]) {
    const voice = known.find(({ lang }) => name.test(lang.replaceAll('_', '-')))
    if (voice) return voice
  }
  return null
}

const waitMs = 1_000

/** Browsers load their list of voices at the first question, and some never say that they have. The list may be empty for good. */
export function whenVoicesAreKnown(
  synthesis: SpeechSynthesis,
  { later }: Pick<SoundDevice, 'later'>,
  signal: AbortSignal,
  use: () => void,
): void {
  if (synthesis.getVoices().length > 0) {
    use()
    return
  }
  const waiting = partOf(signal)
  const go = () => {
    waiting.abort()
    use()
  }
  later(waitMs, go, waiting.signal)
  synthesis.addEventListener('voiceschanged', () => synthesis.getVoices().length > 0 && go(), {
    signal: waiting.signal,
  })
}
