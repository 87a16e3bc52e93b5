import type { Pose } from '@/lib/hanging/viewing-pose'

/** A rectangle of a picture, percent of its width and height as in IIIF's `pct:` regions: x, y, width, height. */
export type Detail = readonly [number, number, number, number]

/** Where one is in an exhibition, as its address says it. */
export interface Whereabouts {
  /** The work that one stands before. */
  work: string | null
  /** Where one stands, if not where a work is best seen. */
  at: Pose | null
  /** What of the work is looked at closely. */
  detail: Detail | null
}

const limits = { metres: 500, radians: 1000 } as const

/** Reads `?work=<id>&at=<x>,<z>,<yaw>[,<pitch>]&detail=<x>,<y>,<width>,<height>`; what makes no sense is left out. */
export function parseWhereabouts(search: string): Whereabouts {
  const query = new URLSearchParams(search)
  return { work: query.get('work'), at: parsePose(query.get('at')), detail: parseDetail(query.get('detail')) }
}

function parsePose(text: string | null): Pose | null {
  const numbers = parseNumbers(text)
  if (numbers.length < 3 || numbers.length > 4) return null
  const [x = 0, z = 0, yaw = 0, pitch = 0] = numbers
  if (Math.max(Math.abs(x), Math.abs(z)) > limits.metres || Math.abs(yaw) > limits.radians) return null
  return { x, z, yaw, pitch: Math.max(-1.1, Math.min(1.1, pitch)) }
}

function parseDetail(text: string | null): Detail | null {
  const [x = -1, y = -1, width = 0, height = 0, ...rest] = parseNumbers(text)
  const isInside = x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 100.1 && y + height <= 100.1
  return isInside && rest.length === 0 ? [x, y, width, height] : null
}

function parseNumbers(text: string | null): number[] {
  const numbers = text === null ? [] : text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  return numbers.every(Number.isFinite) ? numbers : []
}

/** The other way round, without the question mark; what else the query holds stays. */
export function formatWhereabouts({ work, at, detail }: Whereabouts, search = ''): string {
  const query = new URLSearchParams(search)
  const put = (name: string, value: string | null) => (value === null ? query.delete(name) : query.set(name, value))
  put('work', work)
  put('at', at && [at.x, at.z, at.yaw, ...(Math.abs(at.pitch) > 0.005 ? [at.pitch] : [])].map(short).join())
  put('detail', detail?.map((percent) => String(Math.round(percent * 100) / 100)).join() ?? null)
  return query.toString().replaceAll('%2C', ',')
}

const short = (value: number) => String(Math.round(value * 100) / 100)

/** A step that was chosen is a step in the browser's history; one that only happened replaces the present one. */
export function writeWhereabouts(whereabouts: Whereabouts, isChosen: boolean): void {
  const { search } = window.location
  // Said again as it would be said here: an address that says the same in other words is left as it came.
  if (formatWhereabouts(whereabouts, search) === formatWhereabouts(parseWhereabouts(search), search)) return
  rewriteQuery((present) => formatWhereabouts(whereabouts, present), isChosen)
}

/** Puts another query, without its question mark, into the page's address. */
export function rewriteQuery(change: (search: string) => string, isStep = false): void {
  const { pathname, search } = window.location
  const query = change(search)
  if (query === search.slice(1)) return
  const address = query ? `${pathname}?${query}` : pathname
  if (isStep) window.history.pushState(null, '', address)
  else window.history.replaceState(null, '', address)
}
