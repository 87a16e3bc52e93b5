import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type APIRequestContext, type APIResponse, request } from '@playwright/test'
import { readCollection } from '../collection/read-collection'

const shown = 12

async function answered(call: Promise<APIResponse>) {
  const response = await call
  if (!response.ok()) throw new Error(`${response.url()} answered ${response.status()}: ${await response.text()}`)
  return response.json()
}

/** Signs an artist up who shows twelve works on an open page; answers the page's path. `base`: a running product. */
export async function showArtist(base: string): Promise<string> {
  const artist = await request.newContext({ baseURL: base, extraHTTPHeaders: { origin: new URL(base).origin } })
  try {
    const account = { name: 'Ada Marsh', email: `${randomUUID()}@example.org`, password: randomUUID() }
    await answered(artist.post('/api/account/sign-up', { data: account }))
    const { works } = await readCollection()
    for (const { id } of works.slice(0, shown)) await showWork(artist, id)
    const statement = { en: 'Water, and what it does to light.', zh: '水，以及水对光所做的事。' }
    const page = await answered(artist.put('/api/me/page', { data: { isOpen: true, statement } }))
    return `/artists/${page.id}`
  } finally {
    await artist.dispose()
  }
}

async function showWork(artist: APIRequestContext, id: string): Promise<void> {
  const bytes = await readFile(path.resolve('collection/pictures', `${id}.webp`))
  const upload = await answered(artist.post('/api/uploads', { data: { name: `${id}.webp`, bytes: bytes.length } }))
  for (let part = 0; part < upload.parts; part++) {
    const data = bytes.subarray(part * upload.partBytes, (part + 1) * upload.partBytes)
    const headers = { 'content-type': 'application/octet-stream' }
    await answered(artist.put(`/api/uploads/${upload.id}/parts/${part}`, { data, headers }))
  }
  const { artworkId } = await answered(artist.post(`/api/uploads/${upload.id}/finish`, { data: { as: 'own' } }))
  await answered(artist.put(`/api/me/works/${artworkId}/shown`))
}
