import type { AnnouncementView } from '@/lib/contracts/house'
import type { Locale } from '@/lib/i18n/locale'
import { houseMessages } from '@/lib/i18n/messages/house'
import { AnnouncementLine } from './announcement-line'
import { SetUpLine } from './set-up-line'

/** Hides what was put away before anything is painted, so that no page jumps when its scripts come. */
const hideEarly =
  'try{for(const e of document.querySelectorAll("[data-announcement]"))if(localStorage.getItem(e.dataset.announcement))e.hidden=true}catch{}'

interface HouseLinesProps {
  announcements: AnnouncementView[]
  isSetUp: boolean
  /** Of the answer; undefined where the policy has none. */
  nonce: string | undefined
  locale: Locale
}

/** What stands above every page: announcements, and in a house that nobody has set up the way to do that. */
export function HouseLines({ announcements, isSetUp, nonce, locale }: HouseLinesProps) {
  if (isSetUp && announcements.length === 0) return null
  return (
    <aside aria-label={houseMessages[locale].announcement}>
      {!isSetUp && <SetUpLine />}
      {announcements.map((each) => (
        <AnnouncementLine key={`${each.id} ${each.version}`} announcement={each} />
      ))}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file */}
      <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: hideEarly }} />
    </aside>
  )
}
