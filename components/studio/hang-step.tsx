'use client'

import Link from 'next/link'
import { useState } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import type { PortraitView } from '@/lib/contracts/portraits'
import { routes } from '@/lib/contracts/routes'
import { easelMessages } from '@/lib/i18n/messages/easel'
import { LabelForm } from './label-form'
import { nightButton } from './night-button'

interface HangStepProps {
  portrait: PortraitView
  onHung: (artworkId: string) => void
}

/** Hangs the painting in its artist's own room, and shows the way there. */
export function HangStep({ portrait, onHung }: HangStepProps) {
  const locale = useLocale()
  const t = easelMessages[locale]
  const { isBusy, error, run } = useRequest()
  const [hung, setHung] = useState<{ artworkId: string; roomSlug: string } | null>(null)

  if (hung) {
    return (
      <div>
        <p role="status" className="editorial text-title">
          {t.hung}
        </p>
        <div className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
          <Link href={`/exhibitions/${hung.roomSlug}`} className={nightButton.primary}>
            {t.toRoom}
          </Link>
          <Link href={`/works/${hung.artworkId}`} className={nightButton.quiet}>
            {t.toWork}
          </Link>
        </div>
      </div>
    )
  }
  return (
    <LabelForm
      suggestedTitle={t.workTitleSuggestion(portrait.style.artist[locale])}
      text={t.hangText}
      action={t.hangNow}
      busy={t.hanging}
      isBusy={isBusy}
      error={error}
      onLabel={(label) =>
        void run(async () => {
          const answer = await call(routes.hangPortrait, { params: { id: portrait.id }, body: label })
          setHung(answer)
          onHung(answer.artworkId)
        })
      }
    />
  )
}
