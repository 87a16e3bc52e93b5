'use client'

import type { ReactNode } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import { Reference } from '@/components/ui/reference'
import type { OrderState } from '@/lib/client/use-order-portrait'
import { isDoorRefusal } from '@/lib/contracts/admission'
import { studioMessages } from '@/lib/i18n/messages/studio'
import { Notice } from './notice'
import type { StyleChoice } from './style-choice'

interface OrderSubmitProps {
  state: OrderState
  style: StyleChoice | null
  /** The manner that it is blended with, if any. */
  second: StyleChoice | null
  /** Why the order was refused, where it concerns no single field. */
  fault: string | null
  /** The button, or the two. */
  children: ReactNode
}

/** The end of the form, always in view: the button, what will be painted, and how far the photo has come. */
export function OrderSubmit({ state, style, second, fault, children }: OrderSubmitProps) {
  const locale = useLocale()
  const t = studioMessages[locale]
  const error = state.phase === 'refused' ? state.error : null
  const wait = error?.retryAfterSeconds ?? null
  // The button counts the seconds; here stands what becomes of the order meanwhile.
  const isAtDoor = error !== null && isDoorRefusal(error.code)
  const before = error?.queuePosition ?? null
  const doorWords = before === null ? t.stays : `${t.placeInLine(before)} ${t.keepsPlace} ${t.stays}`
  const nameOf = (choice: StyleChoice) => t.summary(choice.artist[locale], choice.title[locale])
  const chosen = style && (second ? t.summaryOfTwo(nameOf(style), nameOf(second)) : nameOf(style))
  const sent = state.phase === 'sending' ? state.sent : state.phase === 'accepted' ? 1 : null
  const words = sent === null ? chosen : sent < 1 ? t.sending(sent) : t.arriving
  return (
    <div className="sticky bottom-0 z-10 border-t bg-paper py-4">
      {fault && (
        <Notice className="mb-4">
          {fault} {isAtDoor ? doorWords : wait !== null && wait > 0 && t.waitSeconds(Math.ceil(wait))}
          <Reference error={isAtDoor ? null : error} />
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 sm:gap-x-6">
        {children}
        <p className="min-w-0 flex-1 basis-24 text-label text-secondary tabular-nums max-sm:truncate lg:text-small">
          {words}
        </p>
      </div>
      {sent !== null && (
        <div
          className="absolute inset-x-0 -top-px h-px origin-left bg-accent transition-transform"
          style={{ transform: `scaleX(${sent})` }}
        />
      )}
      <p role="status" className="sr-only">
        {sent === null ? '' : sent < 1 ? t.sending(0) : t.arriving}
      </p>
    </div>
  )
}
