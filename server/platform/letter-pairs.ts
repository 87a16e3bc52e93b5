/** The parts of a word by which one that is not in Latin letters is found, as the database makes them (`..._letter_pairs`): letters that are not ASCII, in pairs, or alone. */
export function letterPairs(word: string): string[] {
  const letters = [...word]
  const parts = letters.length === 1 ? letters : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
  return parts.filter((part) => /[^\p{ASCII}]/u.test(part))
}
