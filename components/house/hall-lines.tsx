'use client'

import { useEffect, useRef, useState } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import { useFocusReturn } from '@/components/ui/use-focus-return'
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
  /** The element that has the focus once a line is put away. */
  returnTo(): HTMLElement | null
}

/** The house's announcements over a hall: quiet plates that can be put away, each read out once. */
export function HallLines({ announcements, isReady, returnTo }: HallLinesProps) {
  const locale = useLocale()
  if (!isReady || announcements.length === 0) return null
  return (
    <aside
      aria-label={houseMessages[locale].announcement}
      className="pointer-events-none flex max-w-full flex-col items-start gap-2"
    >
      {announcements.map((each) => (
        <HallLine
          key={`${each.id} ${each.version}`}
          announcementKey={announcementKey(each)}
          text={each.text[locale]}
          returnTo={returnTo}
        />
      ))}
    </aside>
  )
}

interface HallLineProps {
  announcementKey: string
  text: string
  returnTo(): HTMLElement | null
}

function HallLine(props: HallLineProps) {
  return usePutAway(props.announcementKey) ? null : <ShownLine {...props} />
}

function ShownLine({ announcementKey: key, text, returnTo }: HallLineProps) {
  const line = useRef<HTMLDivElement>(null)
  useFocusReturn(line, returnTo)
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
  return (
    <div
      ref={line}
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
