'use client'

import { useLocale } from '@/components/ui/locale-provider'
import type { AdmissionView } from '@/lib/contracts/admission'
import { doorWords } from './door-words'

interface DoorLineProps {
  admission: AdmissionView
  /** Has an account, and so a turn when turns are rare. */
  hasTurn: boolean
}

/** The hour in one calm sentence above the form; no line at all while everything can be had. */
export function DoorLine({ admission, hasTurn }: DoorLineProps) {
  const words = doorWords(admission, hasTurn, useLocale())
  return (
    // There from the beginning, so that a sentence that comes later is read out.
    <p
      role="status"
      data-rung={admission.rung}
      className={words ? 'max-w-measure border-l-2 border-ink pl-3 text-small lg:col-span-12' : 'sr-only'}
    >
      {words}
    </p>
  )
}
