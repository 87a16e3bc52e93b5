import { type House, RawVisitor } from './raw-visitor'

/** What the measuring process asks of this one, which is the crowd, and what it hears back; times are ms since 1970. */
export type ToVisitors =
  | { kind: 'come'; house: House; count: number; perSecond: number }
  | { kind: 'listen'; event: string }
  | { kind: 'cut' }
  | { kind: 'count' }
export type FromVisitors =
  | { kind: 'count'; following: number }
  | { kind: 'following'; at: number }
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

process.on('message', (message: ToVisitors) => {
  if (message.kind === 'come') come(message)
  else if (message.kind === 'listen') listen(message)
  else if (message.kind === 'count') tell({ kind: 'count', following })
  else for (const visitor of visitors) visitor.cut()
})
process.on('disconnect', () => process.exit(0))
