import { beforeEach, expect, test } from 'vitest'
import type { SoundDevice } from './sound-device'
import { createSpeaker, type Speaker, type Speech } from './speaker'

/** A device whose clock, voice and recordings do what a test tells them; it writes down what is to be heard. */
function openDevice(langs: string[] = ['en-GB']) {
  const heard: string[] = []
  const spoken: EventTarget[] = []
  const players: (EventTarget & { refuse(): void })[] = []
  const waiting: { ms: number; task: () => void; signal: AbortSignal }[] = []
  let leave = () => {}
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
    recording(address: string) {
      heard.push(address)
      let refuse = () => {}
      const play = () => new Promise<void>((_, no) => (refuse = () => no(new Error('not supported'))))
      const pause = () => heard.push('(pause)')
      const player = Object.assign(new EventTarget(), { play, pause, refuse: () => refuse() })
      players.push(player)
      return player as unknown as HTMLAudioElement
    },
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
    play: (kind: string) => players.at(-1)?.dispatchEvent(new Event(kind)),
    refuse: async () => {
      players.at(-1)?.refuse()
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

let ended = 0
beforeEach(() => {
  ended = 0
})
const say = (speaker: Speaker, change: Partial<Speech> = {}) =>
  speaker.say({ text: 'A pond.', language: 'en', recording: null, ...change }, () => ended++)
function listen(opened: ReturnType<typeof openDevice>, change: Partial<Speech> = {}): Speaker {
  const speaker = createSpeaker(opened.device)
  speaker.setSound(true)
  say(speaker, change)
  return speaker
}
const long = 'The painter stood here for most of an afternoon, looking at the water. '.repeat(5).trim()

test('without sound a stop lasts as long as reading takes', () => {
  const { device, heard, waits, pass } = openDevice()
  say(createSpeaker(device), { text: 'x'.repeat(150) })
  expect(waits()).toEqual([10_000])
  pass()
  expect([ended, heard]).toEqual([1, []])
})

test('a long text is read breath by breath, to its end', () => {
  const opened = openDevice()
  const { heard, tell } = opened
  listen(opened, { text: long })
  for (let breath = 1; breath <= 3; breath++) {
    expect([heard.length, ended]).toEqual([breath, 0])
    tell('start')
    tell('end')
  }
  expect(heard.slice(0, 3).join(' ')).toBe(long)
  expect(ended).toBe(1)
})

test('a voice that falls silent in the middle and never says so is not waited for', () => {
  const opened = openDevice()
  listen(opened, { text: long })
  const { heard } = opened
  opened.tell('start')
  opened.pass()
  expect(heard[1]).toBe('(hush)')
  expect(heard[2]).toBe(long.slice(heard[0]?.length).trim().slice(0, heard[2]?.length))
  expect(ended).toBe(0)
})

test.each([
  ['never begins', (device: ReturnType<typeof openDevice>) => device.pass()],
  ['cannot speak', (device: ReturnType<typeof openDevice>) => device.tell('error')],
])('where a voice %s, what is left of the text is there to read', (_what, happens) => {
  const opened = openDevice()
  listen(opened, { text: long })
  opened.tell('start')
  opened.tell('end')
  const rest = long.length - (opened.heard[0]?.length ?? 0) - 1
  happens(opened)
  expect(opened.waits()).toEqual([(rest / 15) * 1000])
  opened.pass()
  expect(ended).toBe(1)
})

test('the list of voices may come late', () => {
  const opened = openDevice([])
  listen(opened)
  expect(opened.heard).toEqual([])
  opened.langs.push('en-US')
  opened.synthesis.dispatchEvent(new Event('voiceschanged'))
  opened.synthesis.dispatchEvent(new Event('voiceschanged'))
  expect(opened.heard).toEqual(['A pond.'])
})

test.each([
  ['no voice', []],
  ['no voice of the language', ['zh-CN', 'de-DE']],
])('a device with %s is silent for as long as reading takes', (_what, langs) => {
  const opened = openDevice(langs)
  listen(opened)
  if (langs.length === 0) opened.pass()
  expect([opened.heard, opened.waits()]).toEqual([[], [2_500]])
})

test('a recording is heard in place of the voice, whether or not its words were written down', () => {
  for (const text of ['A pond.', '']) {
    const opened = openDevice()
    listen(opened, { text, recording: '/pond.mp3' })
    opened.play('playing')
    expect([opened.heard, opened.waits()]).toEqual([['/pond.mp3'], []])
    opened.play('ended')
    opened.play('ended')
  }
  expect(ended).toBe(2)
})

test('a recording that cannot be played is read by the voice, once', async () => {
  const opened = openDevice()
  listen(opened, { recording: '/gone.mp3' })
  opened.play('error')
  await opened.refuse()
  expect(opened.heard).toEqual(['/gone.mp3', '(pause)', 'A pond.'])
  opened.tell('end')
  expect(ended).toBe(1)
})

test('a recording that does not begin, or does not go on, is not waited for', () => {
  for (const kinds of [[], ['playing', 'waiting']]) {
    const opened = openDevice()
    listen(opened, { recording: '/slow.mp3' })
    for (const kind of kinds) opened.play(kind)
    opened.pass()
    expect(opened.heard).toEqual(['/slow.mp3', '(pause)', 'A pond.'])
  }
})

test('a recording that goes on after it waited is heard to its end', () => {
  const opened = openDevice()
  listen(opened, { recording: '/slow.mp3' })
  for (const kind of ['playing', 'waiting', 'playing']) opened.play(kind)
  expect(opened.waits()).toEqual([])
  opened.play('ended')
  expect([ended, opened.heard]).toEqual([1, ['/slow.mp3', '(pause)']])
})

test('what is cut off says nothing more, and nothing of what it still waits for happens', async () => {
  const opened = openDevice()
  const speaker = listen(opened)
  speaker.stop()
  opened.tell('end')
  opened.tell('error')
  expect(opened.heard).toEqual(['A pond.', '(hush)'])
  say(speaker, { recording: '/pond.mp3' })
  speaker.stop()
  await opened.refuse()
  expect([ended, opened.waits()]).toEqual([0, []])
  expect(opened.heard.slice(2)).toEqual(['/pond.mp3', '(pause)'])
})

test('sound that is turned on or off in the middle begins the same words in the other way', () => {
  const opened = openDevice()
  const speaker = createSpeaker(opened.device)
  say(speaker)
  speaker.setSound(true)
  expect(opened.heard).toEqual(['A pond.'])
  speaker.setSound(false)
  expect([opened.heard.at(-1), opened.waits()]).toEqual(['(hush)', [2_500]])
  opened.pass()
  expect(ended).toBe(1)
  speaker.setSound(true)
  expect(opened.heard).toHaveLength(2)
})

test('who leaves the page hears no more; where they come back to it, it goes on in silence', () => {
  const opened = openDevice()
  listen(opened)
  opened.leave()
  expect(opened.heard).toEqual(['A pond.', '(hush)'])
  opened.pass()
  expect(ended).toBe(1)
})
