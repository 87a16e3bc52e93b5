import type { Locale } from '@/lib/i18n/locale'
import { openSoundDevice, type SoundDevice } from './sound-device'
import { beginningOf, type Place, tell } from './tell'

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
  /** Falls silent until `goOn`. */
  hold(): void
  /** A recording goes on where it was, a voice at the breath it was in, silence for the time that was left of it. */
  goOn(): void
  /** Ends what is said: it calls back no more. */
  stop(): void
  /** Sound is only ever heard by the visitor's own wish. What is being said goes on in the other way, from its beginning. */
  setSound(isOn: boolean): void
  /** To be called in the tap that wishes for sound: later recordings may begin of themselves then. */
  unlock(): void
}

interface Saying {
  speech: Speech
  onEnd(): void
  /** Where it is while it is held. */
  held: Place | null
  where(): Place
}

export function createSpeaker(device: SoundDevice = openSoundDevice()): Speaker {
  let isOn = false
  let saying: Saying | null = null
  let cut = new AbortController()

  function begin(from: Place): void {
    cut.abort()
    if (!saying) return
    const { speech, onEnd } = saying
    const mine = new AbortController()
    cut = mine
    saying.held = null
    tell(device, speech, from, mine.signal, {
      onWay(where) {
        if (saying && !mine.signal.aborted) saying.where = where
      },
      onEnd() {
        if (mine.signal.aborted) return
        mine.abort()
        saying = null
        onEnd()
      },
    })
    // A voice is the browser's and may talk on after the page. One that is come back to goes on in silence.
    if (from.way !== 'silence') device.whenLeft(() => begin(beginningOf(speech, false)), mine.signal)
  }

  return {
    say(speech, onEnd) {
      const from = beginningOf(speech, isOn)
      saying = { speech, onEnd, held: null, where: () => from }
      begin(from)
    },
    hold() {
      if (!saying || saying.held) return
      saying.held = saying.where()
      cut.abort()
    },
    goOn() {
      if (saying?.held) begin(saying.held)
    },
    stop() {
      saying = null
      cut.abort()
    },
    setSound(next) {
      if (isOn === next) return
      isOn = next
      if (!saying) return
      const from = beginningOf(saying.speech, isOn)
      if (saying.held) saying.held = from
      else begin(from)
    },
    unlock: () => device.unlock(),
  }
}
