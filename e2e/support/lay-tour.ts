import { type APIRequestContext, expect } from '@playwright/test'
import type { TourView } from '../../lib/contracts/tours'
import { signInAsOperator } from './people'
import { silentMp3 } from './silent-mp3'

interface StopToLay {
  artworkId: string
  /** Of a recording in English; null for none. */
  seconds: number | null
}

/** Words that take a minute and a half to read: what goes on sooner was not read. */
const long = { en: 'And so on, and so on. '.repeat(60).trim(), zh: '如此等等。'.repeat(80) }

/** Lays a tour by the operator, with long words and no pause at any stop, and with recordings where they are wished for. */
export async function layTour(
  request: APIRequestContext,
  slug: string,
  title: string,
  wished: readonly StopToLay[],
): Promise<TourView> {
  await signInAsOperator({ request })
  const words = { title: { en: title, zh: title }, text: { en: '', zh: '' } }
  const { id, version } = await (await request.post(`/api/exhibitions/${slug}/tours`, { data: words })).json()
  const stops = wished.map(({ artworkId }, index) => ({
    artworkId,
    text: { en: `Words at stop ${index + 1}. ${long.en}`, zh: `第 ${index + 1} 站。${long.zh}` },
    pauseSeconds: 0,
  }))
  const laid = await request.put(`/api/tours/${id}`, { data: { ...words, version, isPublished: true, stops } })
  let tour: TourView = await laid.json()
  for (const [index, { seconds }] of wished.entries()) {
    if (seconds === null) continue
    const audio = { name: 'voice.mp3', mimeType: 'audio/mpeg', buffer: silentMp3(seconds) }
    const path = `/api/tour-stops/${tour.stops[index]?.id}/voice/en`
    const given = await request.put(path, { multipart: { audio } })
    expect(given.ok()).toBe(true)
    tour = await given.json()
  }
  return tour
}
