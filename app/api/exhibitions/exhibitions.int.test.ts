import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { hangArtwork } from '@/server/exhibitions/hang-artwork'
import { Visitor } from '@/server/http/testing/visitor'
import { db } from '@/server/platform/db'
import { GET as getArtwork } from '../artworks/[id]/route'
import { GET as getExhibition } from './[slug]/route'
import { GET as listExhibitions } from './route'

const read = (slug: string) =>
  new Visitor().call(getExhibition, 'GET', `/api/exhibitions/${slug}`, { params: { slug } })
const readWork = (id: string) => new Visitor().call(getArtwork, 'GET', `/api/artworks/${id}`, { params: { id } })

test('an open exhibition is listed and read with its works in walking order', async () => {
  const show = await makeExhibition()
  const works = [await makeArtwork(), await makeArtwork(), await makeArtwork()]
  const places = [
    { wall: 'north', slot: 1 },
    { wall: 'west', slot: 0 },
    { wall: 'north', slot: 0 },
  ]
  for (const [index, artworkId] of works.entries()) {
    await db.$transaction((tx) => hangArtwork({ artworkId, roomId: show.roomId, ...places[index] }, tx))
  }
  const { status, json } = await read(show.slug)
  expect(status).toBe(200)
  const hung = json.rooms[0].hangings
  expect(hung.map((hanging: { artwork: { id: string } }) => hanging.artwork.id)).toEqual([works[1], works[2], works[0]])
  expect(hung[0].artwork.hangsIn).toEqual([{ slug: show.slug, title: { en: 'Show', zh: '展览' } }])
  expect(json.cover.id).toBe(hung[0].artwork.picture.id)
  const list = await new Visitor().call(listExhibitions, 'GET', '/api/exhibitions')
  const card = list.json.exhibitions.find((each: { slug: string }) => each.slug === show.slug)
  expect(card).toMatchObject({ workCount: 3, status: 'OPEN', cover: json.cover })
})

test('unknown works and exhibitions, and addresses that cannot exist, are not found', async () => {
  const bad = ['no-such-show', '../etc', 'a\0b', '', 'Ünknown', 'x'.repeat(500)]
  for (const slug of bad) expect((await read(slug)).json.error.code).toBe('not_found')
  for (const id of [randomUUID(), '1', "' OR 1=1", '']) expect((await readWork(id)).status).toBe(404)
})

test('a private work is not found by others', async () => {
  const owner = await makePerson()
  expect((await readWork(await makeArtwork({ ownerId: owner.id, visibility: 'PRIVATE' }))).status).toBe(404)
})

test('a parameter that the contract does not know is refused', async () => {
  const answer = await new Visitor().call(listExhibitions, 'GET', '/api/exhibitions?draft=true')
  expect([answer.status, answer.json.error.fields]).toEqual([422, { draft: 'not known' }])
})
