import { setTimeout as pause } from 'node:timers/promises'
import { locales } from '@/lib/i18n/locale'
import { changes } from '@/server/cache/changes'
import { listOpenExhibitions } from '@/server/exhibitions/list-open-exhibitions'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import { withinTime } from '@/server/platform/within-time'
import type { SharedAddress } from './shared-address'

/** A start is held up for so long at most, ms: a process that cannot warm up can serve all the same. */
const LIMIT_MS = 8_000
/** Exhibitions of which pages are made, in the house's order. */
const MOST_EXHIBITIONS = 6
const PAUSE_MS = 20

/**
 * Makes the pages that people open first, before the first of them is let in: home, and the open exhibitions with their halls, in every
 * language. The code of those pages is loaded by it, too, which is what the first visitor of a new process would wait for longest.
 *
 * @param keep makes one page and keeps it
 */
export async function warmPages(keep: (address: SharedAddress) => Promise<void>): Promise<void> {
  const began = Date.now()
  const isOver = () => Date.now() - began > LIMIT_MS
  let made = 0
  try {
    // What is read before changes are heard is dropped when they are.
    while (!changes.isListening && !isOver()) await pause(PAUSE_MS)
    const { exhibitions } = await listOpenExhibitions()
    const slugs = exhibitions.slice(0, MOST_EXHIBITIONS).map(({ slug }) => `/exhibitions/${slug}`)
    const paths = ['/', ...slugs.flatMap((slug) => [slug, `${slug}/hall`])]
    // Without an address of the house's own each Host has its pages; on one machine that is the one which the launcher prints.
    const host = env.PUBLIC_URL ? new URL(env.PUBLIC_URL).host : `localhost:${env.PORT}`
    for (const path of paths) {
      for (const locale of locales) {
        if (isOver()) break
        await withinTime(keep({ path, locale, host }), LIMIT_MS - (Date.now() - began))
        made++
      }
    }
  } catch (error) {
    logger.warn({ err: error }, 'pages not made beforehand')
  }
  logger.info({ pages: made, ms: Date.now() - began }, 'pages made beforehand')
}
