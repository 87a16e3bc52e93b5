'use client'

import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useLocale } from '@/components/ui/locale-provider'
import type { CallView } from '@/lib/contracts/submissions'
import { formatMoment } from '@/lib/i18n/format-moment'
import { curatorMessages } from '@/lib/i18n/messages/curator'
import { CallForm } from './call-form'

/** An exhibition and its call for works; the form opens in place. */
export function CallRow({ initial }: { initial: CallView }) {
  const locale = useLocale()
  const t = curatorMessages[locale]
  const [view, setView] = useState(initial)
  const [isEditing, setEditing] = useState(false)
  const until = view.closesAt ? t.callUntil(formatMoment(view.closesAt, locale)) : t.callWithoutEnd
  const state = view.takesWorks ? until : view.isOpen ? t.callNotNow : t.callShut
  return (
    <li className="border-t py-6">
      <div className="flex flex-wrap items-center justify-between gap-x-10 gap-y-3">
        <div>
          <h2 className="editorial text-title">
            <Link href={`/exhibitions/${view.slug}`} className="hover:underline">
              {view.title[locale]}
            </Link>
          </h2>
          <p role="status" className="text-small text-secondary">
            {state}
            {view.waiting > 0 && (
              <>
                {' · '}
                <Link href={`/curator/submissions?exhibition=${view.slug}`} className="link">
                  {t.waitingCount(view.waiting)}
                </Link>
              </>
            )}
          </p>
        </div>
        {!isEditing && <Button onClick={() => setEditing(true)}>{view.isOpen ? t.callChange : t.callOpen}</Button>}
      </div>
      {isEditing && (
        <CallForm
          view={view}
          onSaved={(saved) => {
            setView(saved)
            setEditing(false)
          }}
          onCancel={() => setEditing(false)}
        />
      )}
    </li>
  )
}
