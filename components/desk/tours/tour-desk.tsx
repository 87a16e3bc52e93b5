'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { call } from '@/lib/client/call'
import { useAlive } from '@/lib/client/use-alive'
import { useRequest } from '@/lib/client/use-request'
import type { ArtworkView } from '@/lib/contracts/artworks'
import { routes } from '@/lib/contracts/routes'
import type { TourView } from '@/lib/contracts/tours'
import type { Locale } from '@/lib/i18n/locale'
import { tourDeskMessages } from '@/lib/i18n/messages/tour-desk'
import { TourEditor } from './tour-editor'

interface TourDeskProps {
  slug: string
  initial: readonly TourView[]
  /** What hangs in the exhibition, in walking order. */
  works: readonly ArtworkView[]
  locale: Locale
}

/** All tours of one exhibition, and a new one. */
export function TourDesk({ slug, initial, works, locale }: TourDeskProps) {
  const t = tourDeskMessages[locale]
  const isAlive = useAlive()
  const { isBusy, error, run } = useRequest()
  const [tours, setTours] = useState(initial)
  const [title, setTitle] = useState({ en: '', zh: '' })
  const create = (event: FormEvent) => {
    event.preventDefault()
    void run(async () => {
      const made = await call(routes.createTour, { params: { slug }, body: { title } })
      setTours((now) => [...now, made])
      setTitle({ en: '', zh: '' })
    })
  }
  return (
    <>
      {tours.map((tour) => (
        <TourEditor
          key={tour.id}
          slug={slug}
          tour={tour}
          works={works}
          locale={locale}
          onGone={() => setTours((now) => now.filter(({ id }) => id !== tour.id))}
        />
      ))}
      <form className="mt-4 border-t py-8" onSubmit={create}>
        <h2 className="text-small font-medium">{t.create}</h2>
        <div className="mt-4 grid gap-x-8 gap-y-4 lg:grid-cols-2">
          {(['en', 'zh'] as const).map((language) => (
            <Field
              key={language}
              id={`new-title-${language}`}
              label={language === 'en' ? t.titleEn : t.titleZh}
              required
              maxLength={120}
              value={title[language]}
              onChange={(event) => setTitle({ ...title, [language]: event.target.value })}
            />
          ))}
        </div>
        <FormProblem error={error} />
        <Button
          type="submit"
          className="mt-4"
          data-testid="tour-create"
          disabled={!isAlive || isBusy || title.en.trim() === '' || title.zh.trim() === ''}
        >
          {t.create}
        </Button>
      </form>
    </>
  )
}
