import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { Closed } from '@/components/catalogue/closed'
import { Coming } from '@/components/catalogue/coming'
import { firstSentences } from '@/lib/i18n/first-sentences'
import type { Locale } from '@/lib/i18n/locale'
import { commonMessages } from '@/lib/i18n/messages/common'
import { openingMessages } from '@/lib/i18n/messages/opening'
import { listOpenExhibitions } from '@/server/exhibitions/list-open-exhibitions'
import type { Door } from '@/server/exhibitions/read-door'

/** What stands before the door of who is not let in; null where there is no exhibition for them. */
type Before = Exclude<Door, { state: 'open' }> | null

/** As many as one sees without scrolling far; the home page has all of them. */
const mostShown = 6

/** What is at the address of an exhibition, and of its hall, for who may not enter it: that it is to open, that it is over, or nothing. */
export async function Outside({ door, locale }: { door: Before; locale: Locale }) {
  if (door?.state === 'coming') return <Coming exhibition={door.coming} locale={locale} />
  if (door?.state !== 'closed') return <Missing />
  const { exhibitions } = await listOpenExhibitions()
  return <Closed exhibition={door.closed} open={exhibitions.slice(0, mostShown)} locale={locale} />
}

export function outsideMetadata(door: Before, locale: Locale): Metadata {
  if (door?.state === 'coming') {
    const { title, text } = door.coming
    return { title: title[locale], description: firstSentences(text[locale], 2, locale) }
  }
  if (door?.state !== 'closed') return { title: commonMessages[locale].notFoundTitle, robots: { index: false } }
  // Status 200, not 410: there is something at the address, a closed exhibition can be opened again, and only a page with status 200 is
  // kept for everybody. Search engines are asked to leave it out.
  return { title: openingMessages[locale].closedPage(door.closed.title[locale]), robots: { index: false } }
}
