import { env } from '@/server/platform/env'

/**
 * Whether a request that changes something comes from our own pages, or from no page at all. A browser sends Origin with
 * every request of this kind; a program that is no browser sends none, and has no visitor's cookies to misuse.
 */
export function isOwnOrigin(headers: Pick<Headers, 'get'>): boolean {
  const origin = headers.get('origin')
  if (origin === null) {
    // What a form of any site can send and no interface of ours reads: nothing vouches for it.
    if (/^\s*(?:text\/plain|application\/x-www-form-urlencoded)\b/i.test(headers.get('content-type') ?? ''))
      return false
    const site = headers.get('sec-fetch-site')
    return site === null || site === 'same-origin' || site === 'none'
  }
  return URL.canParse(origin) && ownHosts(headers).has(new URL(origin).host)
}

function ownHosts(headers: Pick<Headers, 'get'>): Set<string> {
  const hosts = [headers.get('host')]
  if (env.PUBLIC_URL) hosts.push(new URL(env.PUBLIC_URL).host)
  if (env.TRUSTED_PROXIES > 0) hosts.push(headers.get('x-forwarded-host')?.split(',').at(-1)?.trim() ?? null)
  return new Set(hosts.filter((host) => host !== null))
}
