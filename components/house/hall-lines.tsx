'use client'

import { useEffect, useState } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import type { AnnouncementView } from '@/lib/contracts/house'
import { houseMessages } from '@/lib/i18n/messages/house'
import { announcementKey } from './announcement-key'
import { usePutAway } from './put-away'
import { PutAwayButton } from './put-away-button'

/** What this page has read out already, however often one walks into a hall. */
const told = new Set<string>()

interface HallLinesProps {
  announcements: AnnouncementView[]
  /** The room can be seen. */
  isReady: boolean
}

/** The house's announcements over a hall: quiet plates that can be put away, each read out once. */
export function HallLines({ announcements, isReady }: HallLinesProps) {
  const locale = useLocale()
  if (!isReady || announcements.length === 0) return null
  return (
    <aside
      aria-label={houseMessages[locale].announcement}
      className="pointer-events-none absolute top-[4.5rem] left-4 z-10 flex max-w-[min(30rem,calc(100%-2rem))] flex-col items-start gap-2"
    >
      {announcements.map((each) => (
        <HallLine key={`${each.id} ${each.version}`} announcement={each} text={each.text[locale]} />
      ))}
    </aside>
  )
}

function HallLine({ announcement, text }: { announcement: AnnouncementView; text: string }) {
  const key = announcementKey(announcement)
  const isPutAway = usePutAway(key)
  const [wasTold] = useState(() => told.has(key))
  const [isShown, setShown] = useState(wasTold)
  useEffect(() => {
    // A live region is heard when its words change, so it stands empty first.
    const timer = setTimeout(() => {
      told.add(key)
      setShown(true)
    }, 500)
    return () => clearTimeout(timer)
  }, [key])
  if (isPutAway) return null
  return (
    <div
      data-testid="hall-line"
      className={`flex items-center gap-x-4 rounded bg-paper/95 px-4 text-ink transition-opacity duration-700 ${isShown ? 'pointer-events-auto' : 'opacity-0'}`}
    >
      <p role={wasTold ? undefined : 'status'} className="py-3 text-label text-balance">
        {isShown && text}
      </p>
      <PutAwayButton announcementKey={key} />
    </div>
  )
}
