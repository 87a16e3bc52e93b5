import { looksPath } from '@/lib/contracts/limits'
import { LookLog } from './look-log'

/** How often a page that is being looked at tells what it saw, ms; and whenever it is left. */
const tellEveryMs = 30_000

let log: LookLog | null | undefined

/** This page's log; null where the browser asks not to be followed, and nothing is counted at all. */
export function lookLog(): LookLog | null {
  if (log === undefined) log = asksForPrivacy() ? null : start()
  return log
}

function asksForPrivacy(): boolean {
  const { globalPrivacyControl } = navigator as { globalPrivacyControl?: boolean }
  return globalPrivacyControl === true || navigator.doNotTrack === '1'
}

function start(): LookLog {
  const started = new LookLog(() => performance.now(), continued())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') return started.resume()
    started.pause()
    tell(started)
  })
  // Some browsers leave a page without hiding it first.
  window.addEventListener('pagehide', () => tell(started))
  setInterval(() => document.visibilityState === 'visible' && tell(started), tellEveryMs)
  if (document.visibilityState !== 'visible') started.pause()
  return started
}

/** What a browser cannot take along is lost: these are sums of many, and nothing is kept on the visitor's device. */
function tell(told: LookLog): void {
  const report = told.take()
  if (report) navigator.sendBeacon(looksPath, new Blob([JSON.stringify(report)], { type: 'application/json' }))
}

/** A page that was loaded again, or opened from a page of an exhibition or a work, goes on with the visit that was begun there. */
function continued(): 'exhibition' | 'hall' | null {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (navigation && navigation.type !== 'navigate') return 'hall'
  if (!URL.canParse(document.referrer)) return null
  const { origin, pathname } = new URL(document.referrer)
  if (origin !== location.origin || !/^\/(?:exhibitions|works)\//.test(pathname)) return null
  return pathname.endsWith('/hall') ? 'hall' : 'exhibition'
}
