import { beforeEach, expect, test } from 'vitest'
import { createSpeaker } from './speaker'
import { openDevice } from './testing/open-device'
import { ended, listen, long, say } from './testing/say'

beforeEach(() => {
  ended.count = 0
})

test('without sound a stop lasts as long as reading takes', () => {
  const { device, heard, waits, pass } = openDevice()
  say(createSpeaker(device), { text: 'x'.repeat(150) })
  expect(waits()).toEqual([10_000])
  pass()
  expect([ended.count, heard]).toEqual([1, []])
})

test('a long text is read breath by breath, to its end', () => {
  const opened = openDevice()
  const { heard, tell } = opened
  listen(opened, { text: long })
  for (let breath = 1; breath <= 3; breath++) {
    expect([heard.length, ended.count]).toEqual([breath, 0])
    tell('start')
    tell('end')
  }
  expect(heard.slice(0, 3).join(' ')).toBe(long)
  expect(ended.count).toBe(1)
})

test('a voice that falls silent in the middle and never says so is not waited for', () => {
  const opened = openDevice()
  listen(opened, { text: long })
  const { heard } = opened
  opened.tell('start')
  opened.pass()
  expect(heard[1]).toBe('(hush)')
  expect(heard[2]).toBe(long.slice(heard[0]?.length).trim().slice(0, heard[2]?.length))
  expect(ended.count).toBe(0)
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
  expect(ended.count).toBe(1)
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
  expect(ended.count).toBe(2)
})

test('a recording that cannot be played is read by the voice, once', async () => {
  const opened = openDevice()
  listen(opened, { recording: '/gone.mp3' })
  opened.play('error')
  await opened.refuse()
  expect(opened.heard).toEqual(['/gone.mp3 from 0', '(pause)', 'A pond.'])
  opened.tell('end')
  expect(ended.count).toBe(1)
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
  expect([ended.count, opened.heard]).toEqual([1, ['/slow.mp3 from 0', '(pause)']])
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
  expect([ended.count, opened.waits()]).toEqual([0, []])
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
  expect(ended.count).toBe(1)
  speaker.setSound(true)
  expect(opened.heard).toHaveLength(2)
})

test('who leaves the page hears no more; where they come back to it, it goes on in silence', () => {
  const opened = openDevice()
  listen(opened)
  opened.leave()
  expect(opened.heard).toEqual(['A pond.', '(hush)'])
  opened.pass()
  expect(ended.count).toBe(1)
})
