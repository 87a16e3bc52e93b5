import { beforeEach, expect, test } from 'vitest'
import type { SoundDevice } from './sound-device'
import { createSpeaker, type Speaker, type Speech } from './speaker'

/** A device whose clock, voice and recordings do what a test tells them; it writes down what is to be heard. */
function openDevice(langs: string[] = ['en-GB']) {
  const heard: string[] = []
  const spoken: EventTarget[] = []
  const waiting: { ms: number; task: () => void; signal: AbortSignal }[] = []
  let leave = () => {}
  let time = 0
  let refuse = () => {}
  // As the browser's: a new address begins at its beginning, and what was still pending for the old one is dropped.
  let src = ''
  const player = Object.assign(new EventTarget(), {
    currentTime: 0,
    ended: false,
    getAttribute: () => src,
    play: () => {
      heard.push(`${src} from ${player.currentTime}`)
      return new Promise<void>((_, no) => (refuse = () => no(new Error('not supported'))))
    },
    pause: () => heard.push('(pause)'),
  })
  Object.defineProperty(player, 'src', {
    set(address: string) {
      src = address
      Object.assign(player, { currentTime: 0, ended: false })
    },
  })
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
    player: player as unknown as HTMLAudioElement,
    unlock: () => heard.push('(unlock)'),
    now: () => time,
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
    play: (kind: string) => player.dispatchEvent(new Event(kind)),
    player,
    listen: (seconds: number) => Object.assign(player, { currentTime: seconds }),
    /** So much time passes, ms, without anything that was waited for. */
    wait: (ms: number) => {
      time += ms
    },
    refuse: async () => {
      refuse()
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
    expect([opened.heard, opened.waits()]).toEqual([['/pond.mp3 from 0'], []])
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
  expect(opened.heard).toEqual(['/gone.mp3 from 0', '(pause)', 'A pond.'])
  opened.tell('end')
  expect(ended).toBe(1)
})

test('a recording that does not begin, or does not go on, is not waited for', () => {
  for (const kinds of [[], ['playing', 'waiting']]) {
    const opened = openDevice()
    listen(opened, { recording: '/slow.mp3' })
    for (const kind of kinds) opened.play(kind)
    opened.pass()
    expect(opened.heard).toEqual(['/slow.mp3 from 0', '(pause)', 'A pond.'])
  }
})

test('a recording that goes on after it waited is heard to its end', () => {
  const opened = openDevice()
  listen(opened, { recording: '/slow.mp3' })
  for (const kind of ['playing', 'waiting', 'playing']) opened.play(kind)
  expect(opened.waits()).toEqual([])
  opened.play('ended')
  expect([ended, opened.heard]).toEqual([1, ['/slow.mp3 from 0', '(pause)']])
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
  expect(opened.heard.slice(2)).toEqual(['/pond.mp3 from 0', '(pause)'])
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

test('a recording that was held goes on where it was, in the same player, and its end is the end', async () => {
  const opened = openDevice()
  const speaker = listen(opened, { recording: '/pond.mp3' })
  opened.play('playing')
  opened.listen(12.5)
  speaker.hold()
  // The browser breaks the promise of what is paused before it began, and tells of this late.
  await opened.refuse()
  opened.play('ended')
  opened.wait(60_000)
  expect([ended, opened.waits(), opened.heard]).toEqual([0, [], ['/pond.mp3 from 0', '(pause)']])
  speaker.goOn()
  expect(opened.heard.at(-1)).toBe('/pond.mp3 from 12.5')
  speaker.goOn()
  expect(opened.heard).toHaveLength(3)
  opened.play('ended')
  expect(ended).toBe(1)
})

test('a recording that ended in the moment it was held is over, and not begun anew', () => {
  const opened = openDevice()
  const speaker = listen(opened, { recording: '/pond.mp3' })
  Object.assign(opened.player, { currentTime: 9, ended: true })
  speaker.hold()
  speaker.goOn()
  expect([ended, opened.heard]).toEqual([1, ['/pond.mp3 from 0', '(pause)']])
})

test('the next recording begins at its beginning, however far the one before was', () => {
  const opened = openDevice()
  const speaker = listen(opened, { recording: '/pond.mp3' })
  opened.listen(30)
  speaker.hold()
  say(speaker, { recording: '/bridge.mp3' })
  say(speaker, { recording: '/bridge.mp3' })
  expect(opened.heard.filter((what) => what !== '(pause)')).toEqual([
    '/pond.mp3 from 0',
    '/bridge.mp3 from 0',
    '/bridge.mp3 from 0',
  ])
})

test('a voice that was held goes on at the breath that it was in', () => {
  const opened = openDevice()
  const { heard, tell } = opened
  const speaker = listen(opened, { text: long })
  tell('start')
  tell('end')
  tell('start')
  speaker.hold()
  tell('error')
  expect([ended, heard.at(-1)]).toEqual([0, '(hush)'])
  speaker.goOn()
  expect(heard[3]).toBe(heard[1])
  tell('end')
  tell('end')
  expect(ended).toBe(1)
  expect([heard[0], heard[1], heard[4]].join(' ')).toBe(long)
})

test('silent reading that was held goes on for the time that was left, each time', () => {
  const { device, wait, waits, pass } = openDevice()
  const speaker = createSpeaker(device)
  say(speaker, { text: 'x'.repeat(150) })
  wait(4_000)
  speaker.hold()
  expect(waits()).toEqual([])
  wait(60_000)
  speaker.goOn()
  expect(waits()).toEqual([6_000])
  wait(5_000)
  speaker.hold()
  speaker.goOn()
  expect(waits()).toEqual([1_000])
  pass()
  speaker.goOn()
  expect([ended, waits()]).toEqual([1, []])
})

test('sound that is turned on while it is held is heard from the beginning, once it goes on', () => {
  const opened = openDevice()
  const speaker = createSpeaker(opened.device)
  say(speaker)
  speaker.hold()
  speaker.setSound(true)
  expect([opened.heard, opened.waits()]).toEqual([[], []])
  speaker.goOn()
  expect(opened.heard).toEqual(['A pond.'])
})
