'use client'

import { useEffect, useState } from 'react'
import { call } from '@/lib/client/call'
import { routes } from '@/lib/contracts/routes'

const askEveryMs = 10_000

/** How many are in the hall, while somebody looks at this page. */
export function VisitorsNow({ exhibitionId, initial }: { exhibitionId: string; initial: number }) {
  const [now, setNow] = useState(initial)
  useEffect(() => {
    const ask = async () => {
      if (document.visibilityState !== 'visible') return
      // What cannot be asked now is asked again soon; the last number stays.
      const answer = await call(routes.visitorsNow, { params: { id: exhibitionId } }).catch(() => null)
      if (answer) setNow(answer.now)
    }
    const timer = setInterval(() => void ask(), askEveryMs)
    return () => clearInterval(timer)
  }, [exhibitionId])
  return <>{now}</>
}
