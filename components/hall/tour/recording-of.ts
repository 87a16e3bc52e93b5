import type { TourView } from '@/lib/contracts/tours'
import type { Locale } from '@/lib/i18n/locale'

/** What a curator recorded for a work on any tour. */
export function recordingOf(tours: readonly TourView[], artworkId: string, locale: Locale): string | null {
  const stops = tours.flatMap((tour) => tour.stops)
  return stops.find((stop) => stop.artworkId === artworkId && stop.audio[locale])?.audio[locale] ?? null
}
