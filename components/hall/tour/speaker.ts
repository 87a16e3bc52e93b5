import type { Locale } from '@/lib/i18n/locale'
import { readingMs } from './pace'
import { playRecording } from './play-recording'
import { readAloud } from './read-aloud'
import { type SoundDevice, thisDevice } from './sound-device'

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
  stop(): void
  /** Sound is only ever heard by the visitor's own wish. What is being said goes on in the other way, from its beginning. */
  setSound(isOn: boolean): void
}

export function createSpeaker(device: SoundDevice = thisDevice): Speaker {
  let isOn = false
  let saying: { speech: Speech; onEnd: () => void } | null = null
  let cut = new AbortController()

  function begin(isAloud: boolean): void {
    cut.abort()
    if (!saying) return
    const { speech, onEnd } = saying
    const mine = new AbortController()
    cut = mine
    tell(device, speech, isAloud, mine.signal, () => {
      if (mine.signal.aborted) return
      mine.abort()
      saying = null
      onEnd()
    })
    // A voice is the browser's and may talk on after the page. One that is come back to goes on in silence.
    if (isAloud) device.whenLeft(() => begin(false), mine.signal)
  }

  return {
    say(speech, onEnd) {
      saying = { speech, onEnd }
      begin(isOn)
    },
    stop() {
      saying = null
      cut.abort()
    },
    setSound(next) {
      if (isOn === next) return
      isOn = next
      begin(isOn)
    },
  }
}

/** Each way of telling falls back on the next: a recording, the device's voice, the time to read. */
function tell(device: SoundDevice, speech: Speech, isAloud: boolean, signal: AbortSignal, onEnd: () => void): void {
  const { text, language, recording } = speech
  const inSilence = (rest: string) => device.later(readingMs(rest, language), onEnd, signal)
  const byVoice = () => (text.trim() === '' ? inSilence(text) : readAloud(device, speech, signal, onEnd, inSilence))
  if (!isAloud) inSilence(text)
  else if (recording !== null) playRecording(device, recording, signal, onEnd, byVoice)
  else byVoice()
}
