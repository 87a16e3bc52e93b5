import type { AnnouncementView } from '@/lib/contracts/house'
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
}

/** What stands above every page: announcements, and in a house that nobody has set up the way to do that. */
export function HouseLines({ announcements, isSetUp, nonce }: HouseLinesProps) {
  return (
    <>
      {!isSetUp && <SetUpLine />}
      {announcements.map((each) => (
        <AnnouncementLine key={`${each.id} ${each.version}`} announcement={each} />
      ))}
      {announcements.length > 0 && (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: hideEarly }} />
      )}
    </>
  )
}
