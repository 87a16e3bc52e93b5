'use client'

import { useEffect, useRef, useState } from 'react'
import { type CheckedPhoto, checkPhoto, type PhotoFault } from '@/lib/client/check-photo'

interface ChosenPhoto {
  photo: CheckedPhoto | null
  fault: PhotoFault | null
  isLooking: boolean
  choose: (file: File) => Promise<void>
}

/** The photo a person has chosen, looked at in the browser. A file that cannot be painted leaves the earlier choice in place. */
export function usePhoto(): ChosenPhoto {
  const [photo, setPhoto] = useState<CheckedPhoto | null>(null)
  const [fault, setFault] = useState<PhotoFault | null>(null)
  const [isLooking, setLooking] = useState(false)
  const latest = useRef<File | null>(null)

  useEffect(() => () => URL.revokeObjectURL(photo?.url ?? ''), [photo])

  const choose = async (file: File): Promise<void> => {
    latest.current = file
    setLooking(true)
    setFault(null)
    const checked = await checkPhoto(file)
    if (latest.current !== file) return
    setLooking(false)
    setFault(typeof checked === 'string' ? checked : null)
    if (typeof checked !== 'string') setPhoto(checked)
  }

  return { photo, fault, isLooking, choose }
}
