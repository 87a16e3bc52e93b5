import { createSpeaker, type Speaker, type Speech } from '../speaker'
import type { openDevice } from './open-device'

/** How often what was said has ended. */
export const ended = { count: 0 }

/** Says a short sentence, or what is changed about it. */
export const say = (speaker: Speaker, change: Partial<Speech> = {}) =>
  speaker.say({ text: 'A pond.', language: 'en', recording: null, ...change }, () => ended.count++)

/** The same aloud, by a speaker of its own. */
export function listen(opened: ReturnType<typeof openDevice>, change: Partial<Speech> = {}): Speaker {
  const speaker = createSpeaker(opened.device)
  speaker.setSound(true)
  say(speaker, change)
  return speaker
}

/** A text of several breaths. */
export const long = 'The painter stood here for most of an afternoon, looking at the water. '.repeat(5).trim()
