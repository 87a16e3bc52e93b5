const MINUTE = 60_000

/** How far a zone's clocks are ahead of UTC at an instant, ms. */
function offsetOf(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0)
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  return shown - Math.floor(instant / MINUTE) * MINUTE
}

/** What clocks in a time zone (IANA name) show at an instant: `2026-11-25T18:30`, as `<input type="datetime-local">` wants it. */
export function localTimeOf(instant: string, timeZone: string): string {
  const at = Date.parse(instant)
  return new Date(at + offsetOf(at, timeZone)).toISOString().slice(0, 16)
}

/**
 * The instant at which clocks in a time zone show `local` (`2026-11-25T18:30`), ISO 8601 in UTC. Where clocks are put back it is the
 * first of two; where they are put forward, an hour that does not exist counts as the one after it. Null for what is no time.
 */
export function instantOf(local: string, timeZone: string): string | null {
  const shown = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? Date.parse(`${local}:00Z`) : Number.NaN
  if (Number.isNaN(shown)) return null
  const day = 24 * 60 * MINUTE
  // A zone has one of two offsets around any hour: the one before a change of clocks, and the one after it.
  const [before, after] = [offsetOf(shown - day, timeZone), offsetOf(shown + day, timeZone)]
  const candidates = [shown - before, shown - after]
  const exact = candidates.find((at) => at + offsetOf(at, timeZone) === shown)
  return new Date(exact ?? shown - before).toISOString()
}
