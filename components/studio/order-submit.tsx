'use client'

import type { ReactNode } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import type { OrderState } from '@/lib/client/use-order-portrait'
import { studioMessages } from '@/lib/i18n/messages/studio'
import { Notice } from './notice'
import type { StyleChoice } from './style-choice'

interface OrderSubmitProps {
  state: OrderState
  style: StyleChoice | null
  /** Why the order was refused, where it concerns no single field. */
  fault: string | null
  /** The button. */
  children: ReactNode
}

/** The end of the form: what will be painted, the button, and how far the photo has come. */
export function OrderSubmit({ state, style, fault, children }: OrderSubmitProps) {
  const locale = useLocale()
  const t = studioMessages[locale]
  const wait = state.phase === 'refused' ? state.error.retryAfterSeconds : null
  const sent = state.phase === 'sending' ? state.sent : state.phase === 'accepted' ? 1 : null
  return (
    <div className="border-t pt-6">
      <div className="flex flex-wrap items-center gap-x-8 gap-y-4">
        {children}
        {style && <p className="text-small text-secondary">{t.summary(style.artist[locale], style.title[locale])}</p>}
      </div>
      {fault && (
        <Notice className="mt-4">
          {fault} {wait !== null && wait > 0 && t.waitSeconds(Math.ceil(wait))}
        </Notice>
      )}
      {sent !== null && (
        <div className="mt-4 max-w-measure">
          <div className="h-px bg-rule">
            <div className="h-px origin-left bg-accent transition-transform" style={{ transform: `scaleX(${sent})` }} />
          </div>
          <p className="mt-2 text-label text-secondary tabular-nums">{sent < 1 ? t.sending(sent) : t.arriving}</p>
        </div>
      )}
      <p role="status" className="sr-only">
        {sent === null ? '' : sent < 1 ? t.sending(0) : t.arriving}
      </p>
      <p className="mt-6 max-w-measure text-label text-secondary">{t.privacy}</p>
    </div>
  )
}
