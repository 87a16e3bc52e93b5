/** A canvas font in the house's families, as the style sheet names them. */
export function fontOf(size: number, weight: string, family: 'sans' | 'serif', isItalic = false): string {
  const families = getComputedStyle(document.documentElement).getPropertyValue(`--font-${family}`).trim()
  const fallback = family === 'serif' ? 'Georgia, "Noto Serif SC", serif' : 'system-ui, "Noto Sans SC", sans-serif'
  return `${isItalic ? 'italic ' : ''}${weight} ${size}px ${families || fallback}`
}

/** What tells how wide a text is in the font that is set. */
interface Measure {
  measureText(text: string): { width: number }
}

/** As `wrap`, with lines about as long as each other: a title's last word does not stand alone. */
export function wrapEvenly(context: Measure, text: string, width: number, most: number): string[] {
  const lines = wrap(context, text, width, most)
  let even = lines
  for (let narrow = width * 0.97; narrow > width * 0.4; narrow *= 0.97) {
    const tried = wrap(context, text, narrow, lines.length + 1)
    if (tried.length > lines.length) break
    even = tried
  }
  return even
}

/** What may not begin a line, and what may not end one, as both scripts have it. */
const closing = /^[，。、；：？！》」』】）〉〕］｝”’…—·％,.;:!?)\]}%]/
const opening = /[《「『【（〈〔［｛“‘([{]$/

/** The parts of a text between which a line may break: words with the space behind them; Chinese characters with the marks that stay with them. */
function unitsOf(text: string): string[] {
  const pieces =
    text.match(/[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]|[^\s\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]+\s*|\s+/g) ?? []
  const units: string[] = []
  for (const piece of pieces) {
    const before = units.at(-1)
    const isKept = before !== undefined && (opening.test(before) || (closing.test(piece) && !/\s$/.test(before)))
    if (isKept) units[units.length - 1] = before + piece
    else units.push(piece)
  }
  return units
}

/**
 * Breaks text into at most `most` lines no wider than `width`; what is left over ends in an ellipsis. Chinese breaks anywhere but before a
 * mark that closes or behind one that opens.
 */
export function wrap(context: Measure, text: string, width: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const unit of unitsOf(text)) {
    if (line && context.measureText(line + unit.trimEnd()).width > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += unit
  }
  if (line.trim()) lines.push(line.trimEnd())
  if (lines.length <= most) return lines
  let last = lines[most - 1] ?? ''
  while (last && (opening.test(last) || context.measureText(`${last}…`).width > width)) {
    last = [...last].slice(0, -1).join('').trimEnd()
  }
  return [...lines.slice(0, most - 1), `${last}…`]
}
