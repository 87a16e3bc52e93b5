import { expect, test } from 'vitest'
import { lookReportSchema } from '@/lib/contracts/figures'
import { lookLimits } from '@/lib/contracts/limits'
import { LookLog } from './look-log'

const [pond, sea] = ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002']
const on = (artworkId: string, place: 'hall' | 'page' = 'hall') => ({ exhibition: 'show', artworkId, place })

function open(continued: 'exhibition' | 'hall' | null = null) {
  const clock = { ms: 1_000 }
  const log = new LookLog(() => clock.ms, continued)
  const wait = (seconds: number) => {
    clock.ms += seconds * 1_000
  }
  return { log, wait }
}

test('an exhibition counts once in the life of a page, and its hall as well', () => {
  const { log } = open()
  log.arrive('show', 'exhibition')
  log.arrive('show', 'hall')
  log.arrive('show', 'exhibition')
  log.arrive('other', 'hall')
  expect(log.take()?.visits).toEqual([
    { exhibition: 'show', into: 'exhibition' },
    { exhibition: 'show', into: 'hall' },
    { exhibition: 'other', into: 'exhibition' },
    { exhibition: 'other', into: 'hall' },
  ])
  log.arrive('show', 'hall')
  expect(log.take()).toBeNull()
})

test('a page that goes on with a visit begins none in the first exhibition it sees', () => {
  const { log } = open('exhibition')
  log.arrive('show', 'hall')
  log.arrive('other', 'exhibition')
  expect(log.take()?.visits).toEqual([
    { exhibition: 'show', into: 'hall' },
    { exhibition: 'other', into: 'exhibition' },
  ])
})

test('a hall that is loaded again is no new one; the next exhibition’s is', () => {
  const { log } = open('hall')
  log.arrive('show', 'hall')
  expect(log.take()).toBeNull()
  log.arrive('other', 'hall')
  expect(log.take()?.visits).toHaveLength(2)
})

test('looks are counted with their time, and passing by is not', () => {
  const { log, wait } = open()
  log.look(on(pond))
  wait(12.4)
  log.look(on(sea))
  wait(1.9)
  log.look(on(pond))
  wait(3)
  log.look(null)
  expect(log.take()?.looks).toEqual([{ ...on(pond), looks: 2, seconds: 15 }])
})

test('a long look is told in parts that add up, as one look', () => {
  const { log, wait } = open()
  log.look(on(pond))
  const told: { looks: number; seconds: number }[] = []
  for (let part = 0; part < 5; part++) {
    wait(30.3)
    told.push(...(log.take()?.looks ?? []))
  }
  expect(told.map(({ looks }) => looks)).toEqual([1, 0, 0, 0, 0])
  expect(told.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(151)
})

test('time that nobody sees the page does not count', () => {
  const { log, wait } = open()
  log.look(on(pond))
  wait(5)
  log.pause()
  wait(100)
  log.resume()
  wait(5)
  log.pause()
  expect(log.take()?.looks).toEqual([{ ...on(pond), looks: 1, seconds: 10 }])
})

test('whoever stays for hours has left the room: a look has an end', () => {
  const { log, wait } = open()
  log.look(on(pond))
  let seconds = 0
  for (let part = 0; part < 100; part++) {
    wait(300)
    seconds += log.take()?.looks[0]?.seconds ?? 0
  }
  expect(seconds).toBe(lookLimits.seconds)
})

test('however much was seen, every report is one that the house takes, and nothing of it is lost', () => {
  const { log, wait } = open()
  for (let count = 0; count < 300; count++) {
    log.arrive(`show-${count % 25}`, 'hall')
    log.look(on(`0190a000-0000-7000-8000-${String(count).padStart(12, '0')}`))
    wait(20)
  }
  log.look(null)
  let [looks, seconds] = [0, 0]
  for (let report = log.take(); report; report = log.take()) {
    expect(lookReportSchema.safeParse(report).success).toBe(true)
    for (const one of report.looks) {
      looks += one.looks
      seconds += one.seconds
    }
  }
  expect([looks, seconds]).toEqual([300, 6_000])
})
