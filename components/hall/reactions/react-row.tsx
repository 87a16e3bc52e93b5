'use client'

import { useEffect, useRef, useState } from 'react'
import { type ReactionKind, reactionKinds } from '@/lib/contracts/presence'
import type { Locale } from '@/lib/i18n/locale'
import { togetherMessages } from '@/lib/i18n/messages/together'
import { ReactionIcon } from './reaction-icon'

interface ReactRowProps {
  locale: Locale
  onReact(kind: ReactionKind): void
}

/** As quickly as the house takes them, ms. */
const pauseMs = 600

/** Four ways to say something without words to those who are here; nothing of it stays. */
export function ReactRow({ locale, onReact }: ReactRowProps) {
  const t = togetherMessages[locale]
  const [said, setSaid] = useState('')
  const saidAt = useRef(0)
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(''), 4_000)
    return () => clearTimeout(timer)
  }, [said])
  return (
    <fieldset className="mt-2">
      <legend className="text-label text-secondary">{t.react}</legend>
      <div className="-ml-3 flex">
        {reactionKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-label={t[kind]}
            title={t[kind]}
            data-testid={`hall-react-${kind}`}
            className="inline-flex size-11 items-center justify-center transition-colors hover:text-accent"
            onClick={() => {
              if (performance.now() - saidAt.current < pauseMs) return
              saidAt.current = performance.now()
              onReact(kind)
              setSaid(t.reacted(t[kind]))
            }}
          >
            <ReactionIcon kind={kind} />
          </button>
        ))}
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
    </fieldset>
  )
}
