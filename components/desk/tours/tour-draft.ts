import type { ChangeTourBody, TourStopView, TourView } from '@/lib/contracts/tours'

/** A tour while it is written: stops have a key of their own, since new ones have no id yet. */
export interface TourDraft extends Pick<TourView, 'title' | 'text' | 'isPublished' | 'version'> {
  stops: StopDraft[]
}
export interface StopDraft extends Pick<TourStopView, 'artworkId' | 'text' | 'pauseSeconds' | 'audio'> {
  key: string
  /** Null until it is saved. */
  id: string | null
}

export function draftOf({ title, text, isPublished, version, stops }: TourView): TourDraft {
  return { title, text, isPublished, version, stops: stops.map((stop) => ({ ...stop, key: stop.id })) }
}

export function wishOf({ stops, ...tour }: TourDraft): ChangeTourBody {
  return {
    ...tour,
    stops: stops.map(({ id, artworkId, text, pauseSeconds }) => ({ ...(id && { id }), artworkId, text, pauseSeconds })),
  }
}

export function addStop(draft: TourDraft, artworkId: string, key: string): TourDraft {
  const words = { text: { en: '', zh: '' }, pauseSeconds: 4, audio: { en: null, zh: null } }
  return { ...draft, stops: [...draft.stops, { key, id: null, artworkId, ...words }] }
}

/** The stop one place up (-1) or down (1); at the end of the row nothing changes. */
export function moveStop(draft: TourDraft, key: string, by: 1 | -1): TourDraft {
  const from = draft.stops.findIndex((stop) => stop.key === key)
  const to = from + by
  const stop = draft.stops[from]
  if (!stop || to < 0 || to >= draft.stops.length) return draft
  const rest = draft.stops.toSpliced(from, 1)
  return { ...draft, stops: rest.toSpliced(to, 0, stop) }
}

export function changeStop(draft: TourDraft, key: string, change: Partial<StopDraft>): TourDraft {
  return { ...draft, stops: draft.stops.map((stop) => (stop.key === key ? { ...stop, ...change } : stop)) }
}

export function removeStop(draft: TourDraft, key: string): TourDraft {
  return { ...draft, stops: draft.stops.filter((stop) => stop.key !== key) }
}

/** Takes over what a recording changed, and nothing of what is being written. */
export function withVoices(draft: TourDraft, saved: TourView): TourDraft {
  const audioOf = (id: string | null) => saved.stops.find((stop) => stop.id === id)?.audio
  return {
    ...draft,
    version: saved.version,
    stops: draft.stops.map((stop) => ({ ...stop, audio: audioOf(stop.id) ?? stop.audio })),
  }
}
