'use client'

import { referenceOf } from '@/lib/client/reference-of'
import { commonMessages } from '@/lib/i18n/messages/common'
import { useLocale } from './locale-provider'

/** Beneath the sentence about a failure that nobody foresaw: the id by which the house finds it, small. */
export function Reference({ error }: { error: unknown }) {
  const locale = useLocale()
  const id = referenceOf(error)
  if (!id) return null
  return (
    <span className="mt-1 block text-label font-normal break-all opacity-75">
      {commonMessages[locale].reference(id)}
    </span>
  )
}
