import type { Locale } from '@/lib/i18n/locale'

/** What is to be heard: a recording where there is one, else the same words by the device's own voice. */
export interface Speech {
  text: string
  language: Locale
  /** Address of a recording; null for none. */
  recording: string | null
}

export interface Speaker {
  /**
   * Says it, and calls back when it is over; silently, in the time that reading takes, where sound is off or the device cannot speak.
   * Whatever was being said before is cut off.
   */
  say(speech: Speech, onEnd: () => void): void
  pause(): void
  resume(): void
  stop(): void
  /** Sound is only ever heard by the visitor's own wish. What is being said goes on in the other way, from its beginning. */
  setSound(isOn: boolean): void
}

const voices: Record<Locale, string> = { en: 'en', zh: 'zh-CN' }
/** Reading aloud or in silence: characters a second, and the least a stop may last, ms. */
const pace: Record<Locale, number> = { en: 15, zh: 4.5 }
const leastMs = 2_500

export const readingMs = ({ text, language }: Pick<Speech, 'text' | 'language'>) =>
  Math.max(leastMs, (text.length / pace[language]) * 1000)

/** A timer that can be held. */
function createPause(ms: number, onEnd: () => void) {
  let [left, since] = [ms, 0]
  let timer: ReturnType<typeof setTimeout> | undefined
  const go = () => {
    since = performance.now()
    timer = setTimeout(onEnd, left)
  }
  const hold = () => {
    clearTimeout(timer)
    if (timer !== undefined) left -= performance.now() - since
    timer = undefined
  }
  go()
  return { go, hold }
}

export function createSpeaker(): Speaker {
  let isOn = false
  let isHeld = false
  let saying: { speech: Speech; onEnd: () => void } | null = null
  let silence: ReturnType<typeof createPause> | null = null
  let audio: HTMLAudioElement | null = null
  /** Callbacks of what was cut off come late, and mean nothing. */
  let turn = 0

  function hush(): void {
    turn++
    silence?.hold()
    silence = null
    audio?.pause()
    audio = null
    if ('speechSynthesis' in window) window.speechSynthesis.cancel()
  }

  function begin(): void {
    hush()
    if (!saying) return
    const { speech, onEnd } = saying
    const mine = turn
    const end = () => {
      if (mine !== turn) return
      saying = null
      onEnd()
    }
    const readInSilence = () => {
      if (mine !== turn) return
      silence = createPause(readingMs(speech), end)
      if (isHeld) silence.hold()
    }
    if (!isOn || speech.text.trim() === '') readInSilence()
    else if (speech.recording !== null)
      play(speech.recording, end, () => mine === turn && speak(speech, end, readInSilence))
    else speak(speech, end, readInSilence)
  }

  function play(address: string, onEnd: () => void, onFail: () => void): void {
    const player = new Audio(address)
    audio = player
    player.addEventListener('ended', onEnd)
    player.addEventListener('error', onFail, { once: true })
    if (!isHeld) player.play().catch(onFail)
  }

  function speak(speech: Speech, onEnd: () => void, onFail: () => void): void {
    const mine = turn
    whenVoicesAreKnown((synthesis) => {
      if (mine !== turn) return
      // Where there is no voice at all, an utterance may never end.
      if (!synthesis || synthesis.getVoices().length === 0) {
        onFail()
        return
      }
      const utterance = new SpeechSynthesisUtterance(speech.text)
      utterance.lang = voices[speech.language]
      utterance.voice = voiceFor(speech.language, synthesis.getVoices())
      utterance.addEventListener('end', onEnd)
      utterance.addEventListener('error', onFail)
      synthesis.speak(utterance)
      if (isHeld) synthesis.pause()
    })
  }

  return {
    say(speech, onEnd) {
      saying = { speech, onEnd }
      isHeld = false
      begin()
    },
    pause() {
      isHeld = true
      silence?.hold()
      audio?.pause()
      if ('speechSynthesis' in window) window.speechSynthesis.pause()
    },
    resume() {
      if (!isHeld) return
      isHeld = false
      silence?.go()
      audio?.play().catch(() => begin())
      if ('speechSynthesis' in window) window.speechSynthesis.resume()
    },
    stop() {
      saying = null
      isHeld = false
      hush()
    },
    setSound(next) {
      if (isOn === next) return
      isOn = next
      if (saying) begin()
    },
  }
}

/** One of that very region where there is one: a Cantonese voice does not read Mandarin. */
export function voiceFor<V extends Pick<SpeechSynthesisVoice, 'lang'>>(
  language: Locale,
  known: readonly V[],
): V | null {
  const wanted = voices[language].toLowerCase()
  // Android writes zh_CN.
  const isWanted = ({ lang }: V) => lang.replace('_', '-').toLowerCase().startsWith(wanted)
  return known.find(isWanted) ?? known.find(({ lang }) => lang.startsWith(language)) ?? null
}

const voicesWaitMs = 1_000

/** Browsers load their list of voices at the first question. */
function whenVoicesAreKnown(use: (synthesis: SpeechSynthesis | null) => void): void {
  const synthesis = 'speechSynthesis' in window ? window.speechSynthesis : null
  if (!synthesis || synthesis.getVoices().length > 0) {
    use(synthesis)
    return
  }
  const wait = new AbortController()
  const go = () => {
    wait.abort()
    clearTimeout(timer)
    use(synthesis)
  }
  const timer = setTimeout(go, voicesWaitMs)
  synthesis.addEventListener('voiceschanged', go, { signal: wait.signal })
}
