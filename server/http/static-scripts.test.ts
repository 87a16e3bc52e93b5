import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { withStaticScripts } from './static-scripts'

const nonce = 'xz7bP7OwfZZqImHrERMZQw=='
const hashOf = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`
const page = (inside: string) =>
  `<!DOCTYPE html><html><head><meta charSet="utf-8"/></head><body>${inside}</body></html>`
/** What would run under the policy: the inline scripts whose hash it names. */
const running = (made: ReturnType<typeof withStaticScripts>) =>
  [...(made?.html ?? '').matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)]
    .map(([, code = '']) => code)
    .filter((code) => made?.scriptSources.split(' ').includes(hashOf(code)))

test('inline scripts with the nonce run by their hash, and the nonce is nowhere left', () => {
  const made = withStaticScripts(page(`<script nonce="${nonce}" id="_R_">go("${nonce}")</script>`), nonce)
  expect(running(made)).toContain(`go("${'-'.repeat(nonce.length)}")`)
  expect(made?.html).toContain('<script id="_R_">')
  expect(made?.html).not.toContain(nonce)
})

test('scripts without the nonce, or with another one, do not run', () => {
  const smuggled = '<script>evil(1)</script><script nonce="AAAAAAAAAAAAAAAAAAAAAA==">evil(2)</script>'
  const made = withStaticScripts(page(`${smuggled}<script nonce="${nonce}">good()</script>`), nonce)
  expect(running(made).join()).toContain('good()')
  expect(running(made).join()).not.toContain('evil')
})

test('scripts that lie elsewhere are fetched first thing in the head, with all their attributes', () => {
  const tag = (src: string, rest: string) => `<script src="${src}" ${rest} nonce="${nonce}"></script>`
  const made = withStaticScripts(page(tag('/a.js', 'async=""') + tag('/old.js', 'noModule=""')), nonce)
  const [fetcher = ''] = running(made)
  expect(made?.html).toContain(`<head><script>${fetcher}`)
  expect(made?.html).not.toContain('src=')
  const { document, appended } = recorder()
  run(fetcher, document)
  expect(appended).toEqual([]) // not before the page was painted
  drawFrame()
  expect(appended).toEqual([
    { src: '/a.js', async: '' },
    { src: '/old.js', noModule: '' },
  ])
})

let frames: (() => void)[] = []
let presses: (() => void)[] = []

/** Draws what was asked for; what is set in a frame goes off after it. Waiting for ever is what the longer timers do here. */
function drawFrame() {
  for (const frame of frames.splice(0)) frame()
}

/** In a browser that says nothing of what it painted, unless it is given an observer. */
function run(fetcher: string, document: object, PerformanceObserver?: unknown) {
  frames = []
  presses = []
  const surroundings = {
    addEventListener: (_name: string, hear: () => void) => presses.push(hear),
    globalThis: { PerformanceObserver },
    PerformanceObserver,
    requestAnimationFrame: (frame: () => void) => frames.push(frame),
    setTimeout: (go: () => void, ms?: number) => (ms === undefined ? go() : undefined),
  }
  new Function('document', ...Object.keys(surroundings), fetcher)(document, ...Object.values(surroundings))
}

/** As much of a document as the fetching script touches. */
function recorder() {
  const appended: Record<string, string>[] = []
  const document = {
    createElement: () => {
      const attributes: Record<string, string> = {}
      return {
        attributes,
        dataset: {},
        setAttribute: (name: string, value: string) => Object.assign(attributes, { [name]: value }),
      }
    },
    documentElement: { dataset: {} as Record<string, string> },
    head: { append: (script: { attributes: Record<string, string> }) => appended.push(script.attributes) },
  }
  return { document, appended }
}

test('where a page has a first picture its scripts are fetched after that, whether it came or not, and once', () => {
  const script = `<script src="/a.js" async="" nonce="${nonce}"></script>`
  const made = withStaticScripts(page(`<img src="/p.jpg" fetchPriority="high"/>${script}`), nonce)
  const [fetcher = ''] = running(made)
  const { document, appended } = recorder()
  const heard: ((event: { type: string; target: { matches?(selector: string): boolean } }) => void)[] = []
  const addEventListener = (_name: string, hear: (typeof heard)[number]) => heard.push(hear)
  run(fetcher, { ...document, addEventListener })
  const tell = (matches?: () => boolean) => {
    for (const hear of heard) hear({ type: 'load', target: { matches } })
  }
  tell()
  tell(() => false)
  drawFrame()
  expect(appended).toEqual([])
  tell(() => true)
  tell(() => true)
  expect(appended).toEqual([])
  expect(document.documentElement.dataset).toEqual({ first: '' })
  drawFrame()
  expect(appended).toEqual([{ src: '/a.js', async: '' }])
  expect(document.documentElement.dataset).toEqual({})
})

test('who presses something before the page was painted has its scripts fetched at once', () => {
  const script = `<script src="/a.js" async="" nonce="${nonce}"></script>`
  const [fetcher = ''] = running(withStaticScripts(page(`<img fetchPriority="high"/>${script}`), nonce))
  const { document, appended } = recorder()
  run(fetcher, { ...document, addEventListener: () => undefined })
  expect(appended).toEqual([])
  for (const press of [...presses, ...presses]) press()
  expect(appended).toEqual([{ src: '/a.js', async: '' }])
})

test('where the browser says what it painted, its scripts are fetched at its word for the first picture', () => {
  const script = `<script src="/a.js" async="" nonce="${nonce}"></script>`
  const [fetcher = ''] = running(withStaticScripts(page(`<img fetchPriority="high"/>${script}`), nonce))
  const { document, appended } = recorder()
  let tell: (list: { getEntries(): object[] }) => void = () => undefined
  class Observer {
    static supportedEntryTypes = ['largest-contentful-paint']
    constructor(hear: typeof tell) {
      tell = hear
    }
    observe() {}
  }
  run(fetcher, { ...document, addEventListener: () => undefined }, Observer)
  tell({ getEntries: () => [{}, { element: { matches: () => false } }] })
  expect(appended).toEqual([])
  tell({ getEntries: () => [{ element: { matches: () => true } }] })
  expect(appended).toEqual([{ src: '/a.js', async: '' }])
})

test('sheets that are in the page already come as files before its scripts', () => {
  const script = `<script src="/a.js" async="" nonce="${nonce}"></script>`
  const [fetcher = ''] = running(withStaticScripts(page(script), nonce, ['/x.css']))
  const put: unknown[] = []
  const element = () => ({ dataset: {}, setAttribute: () => undefined })
  run(fetcher, { createElement: element, head: { append: (each: unknown) => put.push(each) } })
  drawFrame()
  expect(put[0]).toEqual(
    expect.objectContaining({ rel: 'stylesheet', href: '/x.css', dataset: { precedence: 'next' }, disabled: true }),
  )
  expect(put).toHaveLength(2)
})

test('nothing that the policy would refuse is fetched ahead; style sheets are', () => {
  const link = (what: string) => `<link rel="preload" as="${what}" nonce="${nonce}" href="/a"/>`
  const made = withStaticScripts(page(link('script') + link('style')), nonce)
  expect(made?.html).not.toContain('as="script"')
  expect(made?.html).toContain('<link rel="preload" as="style" href="/a"/>')
})

test('the same page rendered twice gives the same bytes', () => {
  const other = 'AAAAAAAAAAAAAAAAAAAAAA=='
  const render = (mark: string) =>
    page(`<script src="/a.js" async="" nonce="${mark}"></script><script nonce="${mark}">x("${mark}")</script>`)
  expect(withStaticScripts(render(nonce), nonce)).toEqual(withStaticScripts(render(other), other))
})

test('a page with a script that must run in its turn stays as it is', () => {
  expect(withStaticScripts(page(`<script src="/a.js" nonce="${nonce}"></script>`), nonce)).toBeNull()
  expect(withStaticScripts('no page at all', nonce)).toBeNull()
})
