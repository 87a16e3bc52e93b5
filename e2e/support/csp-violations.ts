import type { Page } from '@playwright/test'

/** The page's window, with what is put there for the tests. */
interface WatchedWindow {
  tellViolation(violation: string): void
}

/**
 * Tells of everything that the Content-Security-Policy stops on a page, from its first byte on. Chromium says so on the console,
 * too, but not of code that a script tries to evaluate and catches, nor of WebAssembly.
 */
export async function onCspViolation(page: Page, tell: (violation: string) => void): Promise<void> {
  await page.exposeFunction('tellViolation', tell)
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const where = `${event.documentURI} (${event.sourceFile}:${event.lineNumber})`
      const { tellViolation } = window as unknown as WatchedWindow
      tellViolation(`CSP: ${event.effectiveDirective} stopped ${event.blockedURI} on ${where}`)
    })
  })
}
