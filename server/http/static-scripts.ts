import { createHash } from 'node:crypto'

interface StaticPage {
  html: string
  /** Sources for `script-src` that let this page's own scripts run and no others, for good. */
  scriptSources: string
}

const element = /<script((?:\s[^>]*)?)>([\s\S]*?)<\/script>/g
/** Looking ahead for a script needs its nonce, too, and without one would only be complained of. */
const preload = /<link(?=[^>]*\srel="(?:module)?preload")(?=[^>]*\sas="script")[^>]*>/g
const attribute = /\s+([^\s=]+)(?:="([^"]*)")?/g
/** Stands where the nonce stood inside scripts; as long as it, since the page's data may count its characters. */
const filler = (nonce: string) => '-'.repeat(nonce.length)

/**
 * Makes of a page whose scripts run by a nonce one whose scripts run by their hashes (CSP Level 3, section 8.2), so that every answer may
 * be the same bytes. Only scripts that carry the nonce are vouched for: what somebody smuggled into the page runs no more than before.
 *
 * A hash cannot vouch for a script that lies elsewhere (but by its integrity, which not every browser takes for it); so an inline
 * script with a hash fetches those, and 'strict-dynamic' trusts what it fetches. It stands first in the head: further down it would
 * wait for the style sheet.
 *
 * @param sheets style sheets that are in the page already, and are put into its head once it has been seen
 * @returns null for a page that has a script of which this cannot be made: one that runs in order with others
 */
export function withStaticScripts(page: string, nonce: string, sheets: string[] = []): StaticPage | null {
  const mark = ` nonce="${nonce}"`
  const fetched: [name: string, value: string][][] = []
  const hashes: string[] = []
  let isPossible = !page.includes('\r')
  const body = page.replace(element, (whole, opening: string, code: string) => {
    if (!opening.includes(mark)) return whole
    const attributes = [...opening.replace(mark, '').matchAll(attribute)].map(
      ([, name = '', value = '']) => [name, value] as [string, string],
    )
    if (attributes.some(([name]) => name === 'src')) {
      isPossible &&= attributes.some(([name]) => /^(async|nomodule)$/i.test(name)) && !opening.includes('&')
      fetched.push(attributes)
      return ''
    }
    const inline = code.replaceAll(nonce, filler(nonce))
    hashes.push(hashOf(inline))
    return `<script${opening.replace(mark, '')}>${inline}</script>`
  })
  const fetch = `${putSheets(sheets)}for(const a of ${inScript(fetched)}){const s=document.createElement("script");for(const[n,v]of a)s.setAttribute(n,v);document.head.append(s)}`
  const fetcher = onceSeen(fetch, firstPicture.test(body))
  const html = body
    .replace(preload, (link) => (link.includes(mark) ? '' : link))
    .replaceAll(mark, '')
    .replaceAll(nonce, filler(nonce))
    .replace(/<head(\s[^>]*)?>/, (head) => `${head}<script>${fetcher}</script>`)
  if (!isPossible || !html.includes(fetcher)) return null
  return { html, scriptSources: [hashOf(fetcher), ...hashes].join(' ') }
}

/** The page's most important picture, as ArtworkPicture marks it. */
const firstPicture = /<img(?=[^>]*\sfetchpriority="high")/i
/** Whoever's network is so slow that the picture takes longer, ms, gets the scripts beside it. */
const LONGEST_WAIT_MS = 3_000

/** How long after a picture's bytes its painting may take until nobody waits for word of it, ms: another may have been the largest, and then none comes. */
const LONGEST_PAINT_MS = 300

/**
 * On a slow line scripts and the picture that one came for would share it, and both come late: the page is painted first, with its first picture if it
 * has one. Browsers say when that was (Largest Contentful Paint, Paint Timing); for those that do not, a frame that is asked for is drawn before a timer
 * set in it goes off. A picture's `load` comes before the window's; it passes the document on its way, but never the window. Whoever presses something
 * or scrolls before that wants the page alive, and whole, more than painted.
 *
 * Pictures further down are lazy, but browsers fetch them from two windows away, and all at once: on a narrow window they are out of the layout meanwhile
 * (`data-first` in globals.css), which only pictures of no account to it are (docs/decisions/0208).
 */
function onceSeen(fetch: string, hasFirstPicture: boolean): string {
  const [type, isIt] = hasFirstPicture
    ? ['largest-contentful-paint', 'e.element?.matches("img[fetchpriority=high]")']
    : ['paint', 'e.name=="first-contentful-paint"']
  const hear = `new PerformanceObserver(l=>{for(const e of l.getEntries())if(${isIt})go()}).observe({type:"${type}",buffered:true})`
  const tells = `globalThis.PerformanceObserver?.supportedEntryTypes?.includes("${type}")`
  const soon = 'requestAnimationFrame(()=>setTimeout(go))'
  const listen = hasFirstPicture
    ? `const seen=e=>{if(e.target.matches?.("img[fetchpriority=high]"))if(tells&&e.type=="load")setTimeout(go,${LONGEST_PAINT_MS});else ${soon}};document.addEventListener("load",seen,true);document.addEventListener("error",seen,true)`
    : `if(!tells)${soon}`
  const [hold, release] = hasFirstPicture
    ? ['const root=document.documentElement;root.dataset.first="";', 'delete root.dataset.first;']
    : ['', '']
  return `{let w=1;${hold}const go=()=>{if(w){w=0;${release}${fetch}}},tells=${tells};if(tells)${hear};${listen};for(const t of["pointerdown","keydown","scroll","wheel"])addEventListener(t,go,true);setTimeout(go,${LONGEST_WAIT_MS})}`
}

/** As React would put it in, and finds it there; disabled, since its rules are in the page and would be reckoned with a second time. */
const putSheets = (sheets: string[]) =>
  sheets.length === 0
    ? ''
    : `for(const h of ${inScript(sheets)}){const l=document.createElement("link");l.rel="stylesheet";l.href=h;l.dataset.precedence="next";l.disabled=true;document.head.append(l)}`

const hashOf = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`

/** JSON that ends no script element early. */
const inScript = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')
