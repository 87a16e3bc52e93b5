/** A picture as far as asking for it goes. */
export interface AskedPicture {
  /** Rung on the wall, or -1 for the stand-in alone. */
  shown: number
  wanted: number
  /** Rung being fetched, or -1. */
  coming: number
  /** What has come and is not on the wall yet. */
  arrived: object | null
  /** Screen width, pixels; 0 for what cannot be seen from where the visitor stands. */
  size: number
  /** Metres from the visitor. */
  distance: number
  /** Cosine of the angle between the view and the picture's middle. */
  ahead: number
  /** When it may be asked for again after it failed, on the clock of `now`. */
  retryAt: number
}

/**
 * Which picture to ask for next, or -1. What one stands before comes first, until it is sharp; then whatever else can be seen, everything
 * coarsely before anything finely, the largest first; and last, nearest first, what walls hide or one turns one's back to.
 * `mayHave`: whether there is room for it. Asked in every frame: nothing is allocated.
 */
export function nextPicture(
  pictures: readonly AskedPicture[],
  now: number,
  mayHave: (index: number) => boolean,
): number {
  const first = stoodBefore(pictures)
  let best = -1
  for (let i = 0; i < pictures.length; i++) {
    const picture = pictures[i] as AskedPicture
    if (picture.coming >= 0 || picture.arrived || picture.wanted <= picture.shown || picture.retryAt > now) continue
    const isBetter = best < 0 || isBefore(pictures, i, best, first)
    if (isBetter && mayHave(i)) best = i
  }
  return best
}

/** When the earliest of those that wait after a failure may be asked for again; infinity where none waits. */
export function nextRetry(pictures: readonly Pick<AskedPicture, 'retryAt'>[], now: number): number {
  let earliest = Number.POSITIVE_INFINITY
  for (const { retryAt } of pictures) if (retryAt > now) earliest = Math.min(earliest, retryAt)
  return earliest
}

/** The largest that one looks at: what hangs beside one may be larger. */
function stoodBefore(pictures: readonly AskedPicture[]): number {
  let best = -1
  let most = 0
  for (let i = 0; i < pictures.length; i++) {
    const { size, ahead } = pictures[i] as AskedPicture
    if (size * ahead <= most) continue
    best = i
    most = size * ahead
  }
  return best
}

function isBefore(pictures: readonly AskedPicture[], one: number, other: number, first: number): boolean {
  const a = pictures[one] as AskedPicture
  const b = pictures[other] as AskedPicture
  const rank = rankOf(a, one === first) - rankOf(b, other === first)
  if (rank !== 0) return rank > 0
  return a.size !== b.size ? a.size > b.size : a.distance < b.distance
}

function rankOf({ size, shown }: AskedPicture, isFirst: boolean): number {
  if (isFirst) return 3
  if (size === 0) return 0
  return shown < 0 ? 2 : 1
}
