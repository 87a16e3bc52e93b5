import { type House, RawVisitor } from './raw-visitor'

/** What the measuring process asks of this one, which is the crowd, and what it hears back; times are ms since 1970. */
export type ToVisitors =
  | { kind: 'come'; house: House; count: number; perSecond: number }
  | { kind: 'listen'; event: string }
  /** So many of them walk, each as often as the house asks for; 0 for nobody any more. */
  | { kind: 'walk'; count: number }
  /** How many `presence:near` all of them hear in so many ms. */
  | { kind: 'watch'; forMs: number }
  | { kind: 'cut' }
  | { kind: 'count' }
export type FromVisitors =
  | { kind: 'count'; following: number }
  | { kind: 'following'; at: number }
  | { kind: 'watched'; count: number; paceMs: number }
  /** `at99`: when 99 % had heard; null when fewer ever did (JSON has no NaN). */
  | { kind: 'heard'; at99: number | null; count: number }

const SOURCES = 8
/** Once as many have heard as ever will. */
const SILENCE_MS = 3_000

const visitors: RawVisitor[] = []
let following = 0
let heard: number[] = []
let listeningFor = ''
let silence: NodeJS.Timeout | undefined
let seen = 0
let walking = 0

const tell = (message: FromVisitors) => process.send?.(message)
const now = () => performance.timeOrigin + performance.now()

const hearing = {
  onFollowing() {
    following++
    if (following === visitors.length) tell({ kind: 'following', at: now() })
  },
  onLost() {
    following--
  },
  onEvent(name: string) {
    if (name === listeningFor) heard.push(now())
    if (name === 'presence:near') seen++
  },
}

function come({ house, count, perSecond }: ToVisitors & { kind: 'come' }) {
  const all = Array.from(
    { length: count },
    (_, index) => new RawVisitor(house, `127.0.0.${2 + (index % SOURCES)}`, hearing),
  )
  visitors.push(...all)
  let arrived = 0
  const began = performance.now()
  const arriving = setInterval(() => {
    const due = Math.min(count, Math.ceil(((performance.now() - began) / 1000) * perSecond))
    for (; arrived < due; arrived++) all[arrived]?.open()
    if (arrived === count) clearInterval(arriving)
  }, 5)
}

function listen({ event }: ToVisitors & { kind: 'listen' }) {
  heard = []
  listeningFor = event
  clearTimeout(silence)
  silence = setTimeout(() => {
    const at99 = heard[Math.ceil(visitors.length * 0.99) - 1] ?? null
    tell({ kind: 'heard', at99, count: heard.length })
  }, SILENCE_MS)
}

/** Spread over the pace, as people are. */
function walk(visitor: RawVisitor, index: number) {
  setTimeout(
    () => {
      if (index >= walking) return
      visitor.step()
      walk(visitor, index)
    },
    visitor.paceMs * (0.5 + Math.random()),
  )
}

function setWalking(count: number) {
  const before = walking
  walking = Math.min(count, visitors.length)
  for (let index = before; index < walking; index++) walk(visitors[index] as RawVisitor, index)
}

function watch(forMs: number) {
  const before = seen
  setTimeout(() => {
    tell({ kind: 'watched', count: seen - before, paceMs: visitors[0]?.paceMs ?? 0 })
  }, forMs)
}

process.on('message', (message: ToVisitors) => {
  if (message.kind === 'come') come(message)
  else if (message.kind === 'listen') listen(message)
  else if (message.kind === 'walk') setWalking(message.count)
  else if (message.kind === 'watch') watch(message.forMs)
  else if (message.kind === 'count') tell({ kind: 'count', following })
  else for (const visitor of visitors) visitor.cut()
})
process.on('disconnect', () => process.exit(0))
