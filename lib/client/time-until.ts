/** Whole seconds from `now`, ms since 1970, until a moment (ISO 8601); 0 once it has come. */
export function secondsUntil(moment: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(moment) - now) / 1_000))
}

/** Whole seconds as a clock tells them that counts down: days, hours (0 to 23), minutes and seconds (0 to 59). */
export function clockParts(seconds: number): { days: number; hours: number; minutes: number; seconds: number } {
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3_600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  }
}

/** A clock that is off by less, ms, is right enough. */
const tolerableMs = 2_000

/** An answer of the house to this device: when it was asked for and when it came by this device's clock, ms since 1970. */
interface Answer {
  sentAt: number
  cameAt: number
  /** Its header `Date`, which tells whole seconds; null for none. */
  date: string | null
}

/** What is to be added to this device's clock to have the house's, ms; 0 where it is right enough or cannot be known. */
export function clockSkew({ sentAt, cameAt, date }: Answer): number {
  const told = date === null ? Number.NaN : Date.parse(date)
  // In the middle of the second that was told, and of the way there and back.
  const skew = told + 500 - (sentAt + cameAt) / 2
  return Math.abs(skew) > tolerableMs + (cameAt - sentAt) / 2 ? Math.round(skew) : 0
}
