'use client'

import { referenceOf } from '@/lib/client/reference-of'
import { commonMessages } from '@/lib/i18n/messages/common'
import { useLocale } from './locale-provider'

/** The id by which the house finds in its logs what went wrong, small. */
export function ReferenceLine({ id }: { id: string }) {
  const locale = useLocale()
  return (
    <span className="mt-1 block text-label font-normal break-all opacity-75">
      {commonMessages[locale].reference(id)}
    </span>
  )
}

/** Beneath the sentence about a failure that nobody foresaw; nothing where the sentence says all there is to know. */
export function Reference({ error }: { error: unknown }) {
  const id = referenceOf(error)
  return id && <ReferenceLine id={id} />
}
