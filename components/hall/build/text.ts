/** A canvas font in the house's families, as the style sheet names them. */
export function fontOf(size: number, weight: string, family: 'sans' | 'serif', isItalic = false): string {
  const families = getComputedStyle(document.documentElement).getPropertyValue(`--font-${family}`).trim()
  const fallback = family === 'serif' ? 'Georgia, "Noto Serif SC", serif' : 'system-ui, "Noto Sans SC", sans-serif'
  return `${isItalic ? 'italic ' : ''}${weight} ${size}px ${families || fallback}`
}

/** As `wrap`, with lines about as long as each other: a title's last word does not stand alone. */
export function wrapEvenly(context: CanvasRenderingContext2D, text: string, width: number, most: number): string[] {
  const lines = wrap(context, text, width, most)
  let even = lines
  for (let narrow = width * 0.97; narrow > width * 0.4; narrow *= 0.97) {
    const tried = wrap(context, text, narrow, lines.length + 1)
    if (tried.length > lines.length) break
    even = tried
  }
  return even
}

/** Breaks text into at most `most` lines no wider than `width`; what is left over ends in an ellipsis. Chinese breaks anywhere. */
export function wrap(context: CanvasRenderingContext2D, text: string, width: number, most: number): string[] {
  const pieces =
    text.match(/[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]|[^\s\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]+\s*|\s+/g) ?? []
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    if (line && context.measureText(line + piece.trimEnd()).width > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  if (line.trim()) lines.push(line.trimEnd())
  if (lines.length <= most) return lines
  let last = lines[most - 1] ?? ''
  while (last && context.measureText(`${last}…`).width > width) last = last.slice(0, -1)
  return [...lines.slice(0, most - 1), `${last}…`]
}
