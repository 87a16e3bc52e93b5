import { readingMs } from './pace'
import { playRecording } from './play-recording'
import { readAloud } from './read-aloud'
import type { SoundDevice } from './sound-device'
import type { Speech } from './speaker'

/** Where a speech is, to go on from there: its way, and what is behind it (a recording), or still to come. */
export type Place =
  | { way: 'recording'; address: string; seconds: number }
  | { way: 'voice'; text: string }
  | { way: 'silence'; ms: number }

/** Where a speech begins that is to be heard, or only to be read. */
export function beginningOf({ text, language, recording }: Speech, isAloud: boolean): Place {
  if (!isAloud || (recording === null && text.trim() === '')) return { way: 'silence', ms: readingMs(text, language) }
  return recording === null ? { way: 'voice', text } : { way: 'recording', address: recording, seconds: 0 }
}

/**
 * Tells a speech from a place on, until the signal is aborted; calls back once when it is over. Each way falls back on the next: a
 * recording, the device's voice, the time to read. `onWay` is told with each way how to find out where it is.
 */
export function tell(
  device: SoundDevice,
  speech: Speech,
  from: Place,
  signal: AbortSignal,
  { onWay, onEnd }: { onWay(where: () => Place): void; onEnd(): void },
): void {
  const goOn = (place: Place) => tell(device, speech, place, signal, { onWay, onEnd })
  if (from.way === 'recording') {
    onWay(() => ({ ...from, seconds: device.player.currentTime }))
    playRecording(device, from, signal, onEnd, () => goOn(beginningOf({ ...speech, recording: null }, true)))
  } else if (from.way === 'voice') {
    let { text } = from
    onWay(() => ({ way: 'voice', text }))
    readAloud(device, { text, language: speech.language }, signal, {
      onBreath: (rest) => (text = rest),
      onEnd,
      onFail: (rest) => goOn({ way: 'silence', ms: readingMs(rest, speech.language) }),
    })
  } else {
    const end = device.now() + from.ms
    onWay(() => ({ way: 'silence', ms: Math.max(0, end - device.now()) }))
    device.later(from.ms, onEnd, signal)
  }
}
