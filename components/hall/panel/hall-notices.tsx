import type { Locale } from '@/lib/i18n/locale'
import { hallMessages } from '@/lib/i18n/messages/hall'
import type { HallWork } from '../hall-works'

interface HallNoticesProps {
  /** Of the company that one has, in words. */
  company: string
  /** The room that one is in, in words. */
  room: string
  /** The work that one stands before. */
  near: HallWork | undefined
  /** Works in the exhibition. */
  count: number
  isAtExit: boolean
  locale: Locale
}

/** What the hall says to those who listen. Of where one stands, each part is read when it changes, and not the others with it. */
export function HallNotices({ company, room, near, count, isAtExit, locale }: HallNoticesProps) {
  const t = hallMessages[locale]
  return (
    <>
      <p className="sr-only" role="status" data-testid="hall-company-notice">
        {company}
      </p>
      <p className="sr-only" role="status" aria-atomic="false" data-testid="hall-announcement">
        <span>{room}</span>{' '}
        <span>{near && t.before(near.artwork.title[locale], near.artwork.artist[locale], near.index + 1, count)}</span>{' '}
        <span>{isAtExit && t.atDoor}</span>
      </p>
    </>
  )
}
