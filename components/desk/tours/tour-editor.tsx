'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { call } from '@/lib/client/call'
import { newId } from '@/lib/client/new-id'
import { useRequest } from '@/lib/client/use-request'
import type { ArtworkView } from '@/lib/contracts/artworks'
import { routes } from '@/lib/contracts/routes'
import type { TourView } from '@/lib/contracts/tours'
import type { Locale } from '@/lib/i18n/locale'
import { tourDeskMessages } from '@/lib/i18n/messages/tour-desk'
import { StopEditor } from './stop-editor'
import { addStop, changeStop, draftOf, moveStop, removeStop, type TourDraft, wishOf, withVoices } from './tour-draft'
import { Words } from './words'

interface TourEditorProps {
  slug: string
  tour: TourView
  works: readonly ArtworkView[]
  locale: Locale
  onGone(): void
}

/** One tour, to write: saved as a whole, by whoever saw its last version. */
export function TourEditor({ slug, tour, works, locale, onGone }: TourEditorProps) {
  const t = tourDeskMessages[locale]
  const router = useRouter()
  const { isBusy, error, run } = useRequest()
  const [draft, setDraft] = useState<TourDraft>(() => draftOf(tour))
  const [state, setState] = useState<'clean' | 'changed' | 'saved'>('clean')
  const [isLeaving, setLeaving] = useState(false)
  const [added, setAdded] = useState(works[0]?.id ?? '')
  const change = (next: TourDraft) => {
    setDraft(next)
    setState('changed')
  }
  const params = { id: tour.id }
  const save = () =>
    run(async () => {
      setDraft(draftOf(await call(routes.changeTour, { params, body: wishOf(draft) })))
      setState('saved')
    })
  const walk = () =>
    run(async () => {
      if (state === 'changed') await call(routes.changeTour, { params, body: wishOf(draft) })
      router.push(`/exhibitions/${slug}/hall?tour=${tour.id}`)
    })
  const reload = () =>
    run(async () => {
      const { tours } = await call(routes.listTours, { params: { slug } })
      const now = tours.find(({ id }) => id === tour.id)
      if (!now) return onGone()
      setDraft(draftOf(now))
      setState('clean')
    })
  const remove = () =>
    run(async () => {
      await call(routes.deleteTour, { params, query: { version: draft.version } })
      onGone()
    })
  const nameOf = (artworkId: string) => works.find(({ id }) => id === artworkId)?.title[locale] ?? null
  return (
    <article id={`tour-${tour.id}`} className="border-t py-8" data-testid="tour-editor">
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
        {(['en', 'zh'] as const).map((language) => (
          <div key={language} className="space-y-4" lang={language}>
            <Field
              id={`${tour.id}-title-${language}`}
              label={language === 'en' ? t.titleEn : t.titleZh}
              maxLength={120}
              value={draft.title[language]}
              onChange={(event) => change({ ...draft, title: { ...draft.title, [language]: event.target.value } })}
            />
            <Words
              id={`${tour.id}-text-${language}`}
              label={language === 'en' ? t.textEn : t.textZh}
              value={draft.text[language]}
              onChange={(text) => change({ ...draft, text: { ...draft.text, [language]: text } })}
            />
          </div>
        ))}
      </div>
      <h3 className="mt-8 text-small font-medium">{t.stops}</h3>
      {draft.stops.length === 0 && <p className="mt-2 text-small text-secondary">{t.noStops}</p>}
      <ol className="mt-2">
        {draft.stops.map((stop, index) => (
          <StopEditor
            key={stop.key}
            stop={stop}
            number={index + 1}
            isLast={index === draft.stops.length - 1}
            name={nameOf(stop.artworkId)}
            locale={locale}
            onChange={(changes) => change(changeStop(draft, stop.key, changes))}
            onMove={(by) => change(moveStop(draft, stop.key, by))}
            onRemove={() => change(removeStop(draft, stop.key))}
            onVoice={(saved) => setDraft((now) => withVoices(now, saved))}
          />
        ))}
      </ol>
      <div className="mt-4 flex flex-wrap items-end gap-4">
        <div>
          <label htmlFor={`${tour.id}-add`} className="block text-small font-medium">
            {t.addStop}
          </label>
          <select
            id={`${tour.id}-add`}
            value={added}
            className="mt-1 block min-h-12 max-w-xs rounded border border-edge bg-paper px-3 text-small"
            onChange={(event) => setAdded(event.target.value)}
          >
            {works.map(({ id, title, artist }) => (
              <option key={id} value={id}>
                {title[locale]} · {artist[locale]}
              </option>
            ))}
          </select>
        </div>
        <Button disabled={!added} onClick={() => change(addStop(draft, added, newId()))}>
          {t.add}
        </Button>
      </div>
      <label className="mt-8 flex min-h-11 cursor-pointer items-center gap-3 text-small">
        <input
          type="checkbox"
          checked={draft.isPublished}
          className="size-5 accent-accent"
          onChange={(event) => change({ ...draft, isPublished: event.target.checked })}
        />
        {t.publish}
      </label>
      <FormProblem error={error} />
      {error?.code === 'conflict' && <Button onClick={() => void reload()}>{t.reload}</Button>}
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <Button
          kind="primary"
          data-testid="tour-save"
          disabled={isBusy || state !== 'changed'}
          onClick={() => void save()}
        >
          {t.save}
        </Button>
        <Button
          data-testid="tour-walk"
          aria-describedby={`${tour.id}-walk-hint`}
          disabled={isBusy || draft.stops.length === 0}
          onClick={() => void walk()}
        >
          {state === 'changed' ? t.saveAndWalk : t.walkIt}
        </Button>
        <p role="status" className="text-small text-secondary">
          {state === 'saved' ? t.saved : state === 'changed' ? t.unsaved : ''}
        </p>
        <span className="flex-1" />
        {isLeaving ? (
          <>
            <Button kind="danger" disabled={isBusy} onClick={() => void remove()}>
              {t.reallyDelete}
            </Button>
            <Button onClick={() => setLeaving(false)}>{t.keep}</Button>
          </>
        ) : (
          <Button kind="quiet" onClick={() => setLeaving(true)}>
            {t.deleteTour}
          </Button>
        )}
      </div>
      <p id={`${tour.id}-walk-hint`} className="mt-2 text-label text-secondary">
        {draft.stops.length === 0 ? t.walkNothing : t.walkHint}
      </p>
    </article>
  )
}
