export const INK = '#1d1d1b'
export const QUIET = '#6f6c66'
export const HAIRLINE = '#dcd9d2'
/** Curves of one panel, one after the other. */
export const CURVES = [
  '#4a7c59',
  '#2f5d8a',
  '#b7791f',
  '#8a4f7d',
  '#3c8d93',
  '#b03a2e',
  '#6b7a2c',
  '#7a5c43',
  '#5562a6',
  '#94938e',
]

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Text as XML takes it. */
export const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)

interface TextStyle {
  size?: number
  fill?: string
  anchor?: 'start' | 'middle' | 'end'
  weight?: number
  /** px that it may take; what is longer is cut. */
  room?: number
}

/** A letter of the fonts that browsers have takes a little more than half of its size. */
const LETTER = 0.54

export const widthOf = (words: string, size: number) => words.length * size * LETTER

export function text(x: number, y: number, words: string, style: TextStyle = {}): string {
  const { size = 11, fill = INK, anchor = 'start', weight = 400, room } = style
  const most = room === undefined ? words.length : Math.floor(room / (size * LETTER))
  const shown = words.length > most ? `${words.slice(0, Math.max(0, most - 1))}…` : words
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" text-anchor="${anchor}" font-weight="${weight}">${escaped(shown)}</text>`
}

export function line(x1: number, y1: number, x2: number, y2: number, stroke = HAIRLINE, dash = ''): string {
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${stroke}" stroke-width="1"${dash && ` stroke-dasharray="${dash}"`}/>`
}

export function frame(x: number, y: number, width: number, height: number, fill = '#fff', stroke = HAIRLINE): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" stroke="${stroke}" rx="2"/>`
}

export const round = (value: number) => Math.round(value * 10) / 10
