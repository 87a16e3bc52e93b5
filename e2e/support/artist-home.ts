import { type BrowserContext, expect } from '@playwright/test'
import { openPage, showOwnWork, signUp } from './people'
import { orderSketch, untilPainted } from './portraits'

export interface ArtistHome {
  artistId: string
  workId: string
  collectionId: string
  portraitId: string
}

/** Signs an artist up in this context who has one of everything: a public page, a work and a collection on it, a finished portrait. */
export async function furnishArtistHome(context: BrowserContext): Promise<ArtistHome> {
  const { request } = context
  const headers = { origin: new URL(String(process.env.E2E_BASE_URL)).origin }
  const seed = Date.now() % 100_000
  const artistId = await signUp(context, 'Ada Home')
  await openPage(request)
  const workId = await showOwnWork(request, 'Still Water', seed)
  const wish = { kind: 'COLLECTION', title: 'Of Water', artworkId: workId }
  const begun = await request.post('/api/me/collections', { data: wish, headers })
  expect(begun.status()).toBe(201)
  const { id: collectionId } = await begun.json()
  const words = { text: 'What moves, and what does not.', isPublic: true }
  const shown = await request.patch(`/api/me/collections/${collectionId}`, { data: words, headers })
  expect(shown.status()).toBe(200)
  const entry = `/api/me/collections/${collectionId}/works/${workId}`
  expect((await request.put(entry, { data: { note: 'The first one.' }, headers })).status()).toBe(200)
  const portraitId = await orderSketch(request, seed + 1)
  await untilPainted(request, portraitId)
  return { artistId, workId, collectionId, portraitId }
}
