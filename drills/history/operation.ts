/**
 * What a client knows about one of its calls, as in Jepsen's histories: `ok`, it was acknowledged; `fail`, it was refused and
 * has had no effect; `unknown`, no answer or a server's error, so that it may have happened, or happen yet.
 */
export type Outcome = 'ok' | 'fail' | 'unknown'

interface Common {
  outcome: Outcome
  /** Milliseconds since the epoch. */
  invokedAt: number
  endedAt: number
  /** HTTP status; 0 for none. */
  status: number
}

export type Operation = Common &
  (
    | { kind: 'like' | 'favourite'; personId: string; artworkId: string; isSet: boolean }
    | { kind: 'order'; key: string; orderId?: string }
    | { kind: 'hanging'; orderId: string }
  )

/** 4xx: refused before anything was done. Everything else that is no success may have been done. */
export function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return 'ok'
  return status >= 400 && status < 500 ? 'fail' : 'unknown'
}
