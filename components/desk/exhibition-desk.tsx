'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { ButtonLink } from '@/components/ui/button-link'
import { useLocale } from '@/components/ui/locale-provider'
import type { DeskExhibition } from '@/lib/contracts/desk'
import { deskExhibitionMessages } from '@/lib/i18n/messages/desk-exhibition'
import { deskTrailMessages } from '@/lib/i18n/messages/desk-trail'
import { figuresMessages } from '@/lib/i18n/messages/figures'
import { CuratorsSection } from './curators-section'
import { DeskSection } from './desk-section'
import { ExhibitionForm } from './exhibition-form'
import { RoomsSection } from './rooms-section'
import { ShowingSection } from './showing-section'

interface ExhibitionDeskProps {
  initial: DeskExhibition
  timeZones: string[]
  /** The latest of its trail. */
  children: ReactNode
}

/** All of one exhibition that is not hanging: whether it is shown, its rooms, words, hours, cover, curators and trail. */
export function ExhibitionDesk({ initial, timeZones, children }: ExhibitionDeskProps) {
  const locale = useLocale()
  const t = deskExhibitionMessages[locale]
  const trail = deskTrailMessages[locale]
  const [exhibition, setExhibition] = useState(initial)
  const { fields, status, myRole } = exhibition
  const router = useRouter()
  const parts = {
    exhibition,
    onChange: (changed: DeskExhibition) => {
      setExhibition(changed)
      // The trail is the server's.
      router.refresh()
    },
  }
  return (
    <div className="page pt-8 lg:pt-14">
      <header className="mb-10 lg:mb-14">
        <p className="text-label text-secondary lg:text-small">
          {t.status(status)} · {t.youAre(t.role(myRole))}
        </p>
        <h1 className="editorial mt-2 text-headline lg:text-display">
          {(locale === 'zh' ? fields.titleZh : fields.titleEn) || '–'}
        </h1>
        <div className="mt-5 flex flex-wrap items-center gap-x-6 gap-y-3">
          <ButtonLink href={`/exhibitions/${fields.slug}/hall`}>{t.walkIn}</ButtonLink>
          <ButtonLink href={`/exhibitions/${fields.slug}`} kind="quiet">
            {t.catalogue}
          </ButtonLink>
          <ButtonLink href={`/curator/exhibitions/${exhibition.id}/figures`} kind="quiet">
            {figuresMessages[locale].title}
          </ButtonLink>
          <p className="text-label text-secondary">{t.preview}</p>
        </div>
      </header>
      <div className="grid gap-x-16 lg:grid-cols-12 lg:grid-rows-[auto_1fr]">
        <div className="lg:col-span-5 lg:col-start-8">
          <ShowingSection {...parts} />
        </div>
        <div className="lg:col-span-7 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <RoomsSection {...parts} />
          <ExhibitionForm {...parts} timeZones={timeZones} />
        </div>
        <div className="lg:col-span-5 lg:col-start-8">
          <CuratorsSection {...parts} />
          <DeskSection title={trail.trailTitle}>
            {children}
            <ButtonLink href={`/curator/exhibitions/${exhibition.id}/trail`} kind="quiet">
              {trail.trailAll}
            </ButtonLink>
          </DeskSection>
        </div>
      </div>
    </div>
  )
}
