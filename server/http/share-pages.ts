import type { IncomingMessage } from 'node:http'
import type { Filled, Served } from '@/server/cache/cache'
import { gather } from '@/server/cache/gather'
import { listenForChanges } from '@/server/cache/listen-for-changes'
import { namedCache } from '@/server/cache/named-cache'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import { EncodedPage } from './encoded-page'
import { withInlineStyles } from './inline-styles'
import { mayHaveSession, mayShare } from './may-share'
import { renderPage } from './render-page'
import { withReply } from './reply'
import { policyFor } from './security-headers'
import { type SharedPage, sendPage } from './send-page'
import { type SharedAddress, sharedAddress } from './shared-address'
import { withStaticScripts } from './static-scripts'
import type { FindKept, RequestListener } from './web-server'

const MINUTE_MS = 60_000
/** Counts on a page may be so old: the present ones come by socket (docs/decisions/0076). */
const COUNT_GRACE_MS = 1_000

/** What changes without end, as the list of exhibitions on opening night, may be so old for strangers; whoever changes it has an account, and a page of their own. */
const YOUNG_MS = 500

const pages = namedCache<SharedPage>({
  name: 'pages',
  mostBytes: 96 * 1024 * 1024,
  freshMs: MINUTE_MS,
  limitMs: 2_000,
  lastGoodMs: 10 * MINUTE_MS,
  graceMs: (tag) => (tag.startsWith('count:') ? COUNT_GRACE_MS : 0),
  youngMs: YOUNG_MS,
})

/** A page that says that something went wrong: it is nobody's last good copy. */
class FailedPage extends Error {
  constructor(readonly page: SharedPage) {
    super(`page answered ${page.status}`)
  }
}

/** The page cannot be shared after all. */
class Unshareable extends Error {}

/**
 * Gives pages that are the same for everybody from the cache, and leaves all else to `render`. One person's page never gets in: what is kept is
 * rendered for a stranger (`renderPage`), and accounts are not given it while their session can be read (`mayShare`).
 */
export function sharePages(render: RequestListener): RequestListener {
  const renderOwn: RequestListener = (request, response) => withReply(response, () => render(request, response))
  if (env.NODE_ENV === 'development') return renderOwn
  listenForChanges()
  return async (request, response) => {
    const address = sharedAddress(request)
    if (!address) return renderOwn(request, response)
    const asked = mayShare(request)
    const may = typeof asked === 'string' ? asked : await asked
    if (may === 'no') return renderOwn(request, response)
    const key = keyOf(address)
    const kept = pages.peek(key)
    const served = kept ?? (await read(key, render, address))
    if (!served) return renderOwn(request, response)
    const status = cacheStatus(served, kept !== undefined)
    return sendPage(request, response, served.value, {
      cacheStatus: may === 'unknown' ? `${status}; detail=SESSION_UNREAD` : status,
      policy: policyOf(served.value, request),
    })
  }
}

/** Each page's policy for the host that asked last: it names where sockets go. */
const policies = new WeakMap<SharedPage, { host: string | undefined; policy: string }>()

/** The page's own scripts run, and what they fetch; the answer's policy before that came with a nonce, which the page has not. */
function policyOf(page: SharedPage, { headers: { host } }: IncomingMessage): string {
  const made = policies.get(page)
  if (made && made.host === host) return made.policy
  const policy = policyFor(`${page.scriptSources} 'strict-dynamic'`, { host, pictures: env.S3_PUBLIC_ENDPOINT })
  policies.set(page, { host, policy })
  return policy
}

/**
 * How to answer a stranger whose page is there already, before anything is prepared for making one; null for everybody else. On opening night that
 * is nearly every request.
 */
export const keptPage: FindKept = (request) => {
  if (mayHaveSession(request)) return null
  const address = sharedAddress(request)
  const kept = address && pages.peek(keyOf(address))
  if (!kept) return null
  const { value } = kept
  return (response, house) =>
    sendPage(request, response, value, { cacheStatus: hit, policy: policyOf(value, request), house })
}

/** Makes a page that everybody gets alike, and keeps it, before anybody asks. */
export async function keepPage(render: RequestListener, address: SharedAddress): Promise<void> {
  await read(keyOf(address), render, address)
}

function keyOf({ path, locale, host }: SharedAddress): string {
  // The page names the house's address where no setting does, so each Host has its own.
  return `${locale} ${env.PUBLIC_URL ? '' : host} ${path}`
}

/** Null where the page has to be rendered for this visitor alone. */
async function read(key: string, render: RequestListener, address: SharedAddress): Promise<Served<SharedPage> | null> {
  try {
    return await pages.read(key, () => fill(render, address))
  } catch (thrown) {
    if (thrown instanceof FailedPage) return { value: thrown.page, isStale: false, filledAt: Date.now() }
    logger.warn({ err: thrown, path: address.path }, 'page not shared')
    return null
  }
}

async function fill(render: RequestListener, { path, locale, host }: SharedAddress): Promise<Filled<SharedPage>> {
  const asked = { host, 'accept-language': locale }
  const { result, sources } = await gather(() => renderPage(render, path, asked))
  const { status, headers, html, nonce } = result
  if (!headers['content-type']?.startsWith('text/html')) throw new Unshareable(path)
  const styled = await withInlineStyles(html, async (sheet) => {
    const answer = await renderPage(render, sheet, asked)
    return answer.status === 200 ? answer.html : null
  })
  const made = withStaticScripts(styled.html, nonce, styled.sheets)
  if (!made) throw new Unshareable(path)
  const page: SharedPage = {
    status,
    page: new EncodedPage(made.html),
    contentType: headers['content-type'] ?? 'text/html',
    link: stillToFetch(headers.link, styled.sheets).replaceAll(`; nonce="${nonce}"`, '') || null,
    scriptSources: made.scriptSources,
  }
  if (status >= 500 || sources.hasFailed) throw new FailedPage(page)
  // What was made without any cached answer would be dropped by no change.
  const isKept = status === 200 && sources.tags.size > 0
  return {
    value: page,
    tags: sources.tags,
    // About what its encodings take beside it.
    bytes: Math.ceil(page.page.bytes.length * 1.6),
    until: isKept ? sources.until : 0,
    isStale: sources.isStale,
  }
}

/** A `Link` header without what the page has in itself. */
function stillToFetch(link: string | string[] | undefined, sheets: string[]): string {
  const links = [link ?? []].flat().flatMap((each) => each.split(/,\s*(?=<)/))
  return links.filter((each) => !sheets.some((sheet) => each.startsWith(`<${sheet}>`))).join(', ')
}

const hit = 'Vernissage; hit'

/** `Cache-Status`, RFC 9211: a negative ttl is the age beyond freshness, s. */
function cacheStatus({ isStale, filledAt }: Served<unknown>, isHit: boolean): string {
  if (isStale) return `Vernissage; hit; ttl=-${Math.floor((Date.now() - filledAt) / 1000)}; detail=LAST_GOOD`
  return isHit ? hit : 'Vernissage; fwd=miss'
}
