import { gauge } from './registry'

const rung = gauge(
  'vernissage_admission_rung',
  'Rung of the overload ladder: 0 open, 1 no HD, 2 quick, 3 accounts only, 4 closed.',
  [],
)
const backlog = gauge('vernissage_backlog_seconds', 'Work that waits for the painter, in seconds of painting.', [])
const breaker = gauge('vernissage_breaker_open', 'Circuit breaker around painting: 0 closed, 0.5 half open, 1 open.', [
  'model',
])

const openness = { closed: 0, 'half-open': 0.5, open: 1 } as const

/** Tells the rung (0 to 4) that this process works by; to be called before each scrape. */
export function setAdmissionRung(value: number): void {
  rung.set(value)
}

/** Tells how much work waits, in seconds of painting by all workers together: what the ladder is walked by. */
export function setBacklog(seconds: number): void {
  backlog.set(seconds)
}

/** Tells the breakers' states by model; `all` is the one around painting as a whole. A model that is left out has none any more. */
export function setBreakerStates(states: Iterable<readonly [model: string, state: keyof typeof openness]>): void {
  breaker.reset()
  for (const [model, state] of states) breaker.set({ model }, openness[state])
}
