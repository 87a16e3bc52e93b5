'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import type { AdmissionView } from '@/lib/contracts/admission'
import { routes } from '@/lib/contracts/routes'
import { call } from './call'

/** While the house is busy the door is looked at so often, ms; each browser a little later than the last. */
const lookMs = 10_000
const jitterMs = 5_000

interface Door {
  admission: AdmissionView
  /** Looks again now. */
  look: () => void
}

/** The state of the studio's door: as the page brought it, and looked at again while it is not wide open. */
export function useAdmission(initial: AdmissionView): Door {
  const [admission, setAdmission] = useState(initial)
  const look = async () => {
    // What cannot be read now is read the next time; until then the last answer stands.
    const next = await call(routes.readAdmission).catch(() => null)
    if (next) setAdmission(next)
  }
  const lookIfSeen = useEffectEvent(() => {
    if (document.visibilityState === 'visible') void look()
  })
  const isBusy = admission.rung > 0
  useEffect(() => {
    if (!isBusy) return
    const timer = setInterval(() => lookIfSeen(), lookMs + Math.random() * jitterMs)
    return () => clearInterval(timer)
  }, [isBusy])
  return { admission, look: () => void look() }
}
