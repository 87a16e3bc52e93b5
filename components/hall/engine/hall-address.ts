/** The address of the hall with one work in it: `?work=<id>`. */
export function readWorkFromAddress(): string | null {
  return new URLSearchParams(window.location.search).get('work')
}

/** A chosen work is a step in the browser's history; one that was only walked past replaces the present step. */
export function writeWorkToAddress(id: string | null, isChosen: boolean): void {
  if (readWorkFromAddress() === id) return
  const url = new URL(window.location.href)
  if (id) url.searchParams.set('work', id)
  else url.searchParams.delete('work')
  const address = `${url.pathname}${url.search}`
  if (isChosen) window.history.pushState(null, '', address)
  else window.history.replaceState(null, '', address)
}
