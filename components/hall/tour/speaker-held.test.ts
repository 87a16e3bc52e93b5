import { beforeEach, expect, test } from 'vitest'
import { createSpeaker } from './speaker'
import { openDevice } from './testing/open-device'
import { ended, listen, long, say } from './testing/say'

beforeEach(() => {
  ended.count = 0
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
  expect([ended.count, opened.waits(), opened.heard]).toEqual([0, [], ['/pond.mp3 from 0', '(pause)']])
  speaker.goOn()
  expect(opened.heard.at(-1)).toBe('/pond.mp3 from 12.5')
  speaker.goOn()
  expect(opened.heard).toHaveLength(3)
  opened.play('ended')
  expect(ended.count).toBe(1)
})

test('a recording that ended in the moment it was held is over, and not begun anew', () => {
  const opened = openDevice()
  const speaker = listen(opened, { recording: '/pond.mp3' })
  Object.assign(opened.player, { currentTime: 9, ended: true })
  speaker.hold()
  speaker.goOn()
  expect([ended.count, opened.heard]).toEqual([1, ['/pond.mp3 from 0', '(pause)']])
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
  expect([ended.count, heard.at(-1)]).toEqual([0, '(hush)'])
  speaker.goOn()
  expect(heard[3]).toBe(heard[1])
  tell('end')
  tell('end')
  expect(ended.count).toBe(1)
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
  expect([ended.count, waits()]).toEqual([1, []])
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
