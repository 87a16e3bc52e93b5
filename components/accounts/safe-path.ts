/** Where to go after signing in: a path of this house, whatever the address bar says; never another site. */
export function safePath(wish: string | string[] | undefined, fallback: string): string {
  if (typeof wish !== 'string' || !wish.startsWith('/')) return fallback
  const base = 'http://house.invalid'
  if (!URL.canParse(wish, base)) return fallback
  const url = new URL(wish, base)
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : fallback
}
