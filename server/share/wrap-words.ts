/** Whether a character takes a whole square: Chinese, and what is set as wide as it. */
const isWide = (character: string) => /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/u.test(character)

/** About as wide as the text is in a proportional face, in ems. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (isWide(character) ? 1 : 0.5), 0)
}

/** Text in lines of at most `ems`, broken between words, and anywhere in Chinese; what is beyond `most` lines ends in an ellipsis. */
export function wrapWords(text: string, ems: number, most: number): string[] {
  const pieces =
    text.match(/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]+|\s+/gu) ?? []
  const lines: string[] = ['']
  for (const piece of pieces) {
    const line = lines.at(-1) ?? ''
    if (widthOf(line + piece) <= ems || line === '') lines[lines.length - 1] = line + piece
    else lines.push(piece.trimStart())
  }
  const kept = lines.map((line) => line.trim()).filter(Boolean)
  if (kept.length <= most) return kept
  return [...kept.slice(0, most - 1), `${kept[most - 1] ?? ''} …`]
}
