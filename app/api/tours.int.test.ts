import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { routeListener } from '@/server/http/testing/route-listener'
import { createWebServer } from '@/server/http/web-server'
import { db } from '@/server/platform/db'
import { fileKey } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import { changeTour } from '@/server/tours/change-tour'
import { createTour } from '@/server/tours/create-tour'
import { deleteTour } from '@/server/tours/delete-tour'
import { listTours } from '@/server/tours/list-tours'
import { readVoice } from '@/server/tours/read-voice'
import { setVoice } from '@/server/tours/set-voice'
import { GET } from './tour-stops/[id]/voice/[language]/route'

const words = { title: { en: 'Light', zh: '光' }, text: { en: 'A way', zh: '一条路' } }
const none = { en: '', zh: '' }
/** Just enough of an MP3 to be one. */
const recording = (last: number) => Uint8Array.from([...Buffer.from('ID3'), 4, 0, ...Array<number>(20).fill(0), last])

let curator: Awaited<ReturnType<typeof makePerson>>
beforeAll(async () => {
  curator = await makePerson('CURATOR')
})

async function makeShow() {
  const show = await makeExhibition()
  const works = [await makeArtwork(), await makeArtwork()] as const
  for (const [slot, artworkId] of works.entries()) {
    await db.hanging.create({ data: { roomId: show.roomId, artworkId, wall: 'north', slot } })
  }
  return { ...show, works }
}

async function makeTour() {
  const show = await makeShow()
  const { id } = await createTour(show.slug, words, curator)
  const stops = show.works.map((artworkId) => ({ artworkId, text: { en: 'See', zh: '看' }, pauseSeconds: 2 }))
  const tour = await changeTour(id, { ...words, version: 1, isPublished: true, stops }, curator)
  return { ...show, tour }
}
const stopsOf = (tour: Awaited<ReturnType<typeof changeTour>>) =>
  tour.stops.map(({ id, artworkId, text, pauseSeconds }) => ({ id, artworkId, text, pauseSeconds }))

describe('a tour', () => {
  test('is found by visitors once it is published, and its changes at once', async () => {
    const { slug, works } = await makeShow()
    const visitor = await makePerson('GUEST')
    const draft = await createTour(slug, words, curator)
    expect([await listTours(slug, visitor), await listTours(slug, null)]).toEqual([[], []])
    expect(await listTours(slug, curator)).toEqual([draft])
    const stops = [{ artworkId: works[1], text: { en: 'See', zh: '看' }, pauseSeconds: 9 }]
    const shown = await changeTour(draft.id, { ...words, version: 1, isPublished: true, stops }, curator)
    expect(await listTours(slug, null)).toEqual([shown])
    expect(shown.stops[0]).toMatchObject({ ...stops[0], audio: { en: null, zh: null } })
    await deleteTour(draft.id, 2, curator)
    expect(await listTours(slug, null)).toEqual([])
  })

  test('keeps its stops when they change places, and drops those that are left out', async () => {
    const { tour } = await makeTour()
    const [first, second] = stopsOf(tour)
    if (!first || !second) throw new Error('two stops')
    const turned = await changeTour(
      tour.id,
      { ...words, version: 2, isPublished: true, stops: [second, first] },
      curator,
    )
    expect(stopsOf(turned)).toEqual([second, first])
    const cut = await changeTour(tour.id, { ...words, version: 3, isPublished: true, stops: [first] }, curator)
    expect(stopsOf(cut)).toEqual([first])
  })

  test('that two curators change at once is changed by one of them', async () => {
    const { tour } = await makeTour()
    const change = (title: string) =>
      changeTour(
        tour.id,
        { title: { en: title, zh: title }, text: none, version: 2, isPublished: true, stops: [] },
        curator,
      )
    const answers = await Promise.allSettled([change('One'), change('Two')])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(answers.find((answer) => answer.status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
    expect((await db.tour.findUniqueOrThrow({ where: { id: tour.id } })).version).toBe(3)
  })

  test('is written by curators, and by owners in their own room, alone', async () => {
    const [owner, stranger, guest] = [await makePerson(), await makePerson(), await makePerson('GUEST')]
    const { slug } = await makeExhibition({ ownerId: owner.id, kind: 'OWN_ROOM' })
    const own = await createTour(slug, words, owner)
    const wish = { ...words, version: 1, isPublished: true, stops: [] }
    await expect(changeTour(own.id, wish, stranger)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(createTour(slug, words, guest)).rejects.toMatchObject({ code: 'account_needed' })
    await expect(createTour(slug, words, null)).rejects.toMatchObject({ code: 'not_signed_in' })
    await expect(deleteTour(own.id, 1, stranger)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('leads to works of its exhibition alone, by stops of its own alone, or nothing changes', async () => {
    const [{ tour, works }, other] = [await makeTour(), await makeTour()]
    const wish = { ...words, version: 2, isPublished: true }
    const strange = { artworkId: other.works[0], text: none, pauseSeconds: 1 }
    const stolen = { ...strange, artworkId: works[0], id: other.tour.stops[0]?.id }
    const twice = { ...strange, artworkId: works[0], id: tour.stops[0]?.id }
    for (const stops of [[strange], [stolen], [twice, twice]]) {
      await expect(changeTour(tour.id, { ...wish, stops }, curator)).rejects.toMatchObject({ code: 'invalid_request' })
    }
    expect(
      await listTours(
        (await db.exhibition.findFirstOrThrow({ where: { tours: { some: { id: tour.id } } } })).slug,
        null,
      ),
    ).toEqual([tour])
  })
})

describe('a recorded voice', () => {
  test('is heard by visitors, takes the place of the one before, and goes with its stop', async () => {
    const { tour } = await makeTour()
    const stopId = tour.stops[0]?.id ?? ''
    const first = await setVoice({ stopId, language: 'en', bytes: recording(1) }, curator)
    const address = new URL(first.stops[0]?.audio.en ?? '', 'http://house')
    const version = address.searchParams.get('v') ?? ''
    const heard = await readVoice({ stopId, language: 'en', version }, null)
    expect([heard.mimeType, new Uint8Array(heard.bytes)]).toEqual(['audio/mpeg', recording(1)])
    const { audioEnSha256: before } = await db.tourStop.findUniqueOrThrow({ where: { id: stopId } })
    const second = await setVoice({ stopId, language: 'en', bytes: recording(2) }, curator)
    expect(await store.read(fileKey(before ?? ''))).toBeNull()
    await expect(readVoice({ stopId, language: 'en', version }, null)).rejects.toMatchObject({ code: 'not_found' })
    const { audioEnSha256: last } = await db.tourStop.findUniqueOrThrow({ where: { id: stopId } })
    expect(await store.read(fileKey(last ?? ''))).not.toBeNull()
    await changeTour(tour.id, { ...words, version: second.version, isPublished: true, stops: [] }, curator)
    expect(await store.read(fileKey(last ?? ''))).toBeNull()
  })

  test('comes whole or in the part that a player asks for', async () => {
    const { tour } = await makeTour()
    const stopId = tour.stops[0]?.id ?? ''
    const given = await setVoice({ stopId, language: 'en', bytes: recording(7) }, curator)
    const address = given.stops[0]?.audio.en ?? ''
    const path = address.split('?')[0]
    const routes = { [`GET ${path}`]: GET, [`HEAD ${path}`]: GET }
    const server = createWebServer(routeListener(routes, { id: stopId, language: 'en' })).listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const ask = async (headers: Record<string, string>, method = 'GET') => {
      const answer = await fetch(`http://127.0.0.1:${port}${address}`, { method, headers })
      const { status } = answer
      const told = ['content-range', 'content-length', 'content-type', 'accept-ranges'].map((name) =>
        answer.headers.get(name),
      )
      return { status, told, tag: answer.headers.get('etag') ?? '', bytes: new Uint8Array(await answer.arrayBuffer()) }
    }
    const whole = await ask({})
    expect(whole).toMatchObject({ status: 200, told: [null, '26', 'audio/mpeg', 'bytes'], bytes: recording(7) })
    const probe = await ask({ Range: 'bytes=0-1' })
    expect(probe).toMatchObject({ status: 206, told: ['bytes 0-1/26', '2', 'audio/mpeg', 'bytes'] })
    expect(probe.bytes).toEqual(recording(7).subarray(0, 2))
    const rest = await ask({ Range: 'bytes=20-', 'If-Range': whole.tag })
    expect([rest.status, rest.bytes]).toEqual([206, recording(7).subarray(20)])
    expect(await ask({ Range: 'bytes=20-', 'If-Range': '"another"' })).toMatchObject({ status: 200 })
    const beyond = await ask({ Range: 'bytes=26-' })
    expect(beyond).toMatchObject({
      status: 416,
      tag: '',
      told: ['bytes */26', expect.anything(), 'application/json', 'bytes'],
    })
    const { error } = JSON.parse(Buffer.from(beyond.bytes).toString())
    expect(error.code).toBe('range_not_satisfiable')
    const head = await ask({ Range: 'bytes=0-1' }, 'HEAD')
    expect(head).toMatchObject({ status: 200, told: [null, '26', 'audio/mpeg', 'bytes'] })
    expect(head.bytes).toHaveLength(0)
  })

  test('of an unpublished tour is not there for visitors', async () => {
    const { tour } = await makeTour()
    const stopId = tour.stops[0]?.id ?? ''
    const given = await setVoice({ stopId, language: 'zh', bytes: recording(3) }, curator)
    const version = new URL(given.stops[0]?.audio.zh ?? '', 'http://house').searchParams.get('v') ?? ''
    const wish = { ...words, version: given.version, isPublished: false, stops: stopsOf(given) }
    await changeTour(tour.id, wish, curator)
    await expect(readVoice({ stopId, language: 'zh', version }, null)).rejects.toMatchObject({ code: 'not_found' })
    expect((await readVoice({ stopId, language: 'zh', version }, curator)).bytes).toHaveLength(26)
  })

  test.each([
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    [
      'a picture',
      Uint8Array.from(
        [0xff, 0xd8, 0xff, 0xe0, ...Array<number>(30).fill(0)].map((byte, at) => (at === 1 ? 0xf8 & 0xd8 : byte)),
      ),
    ],
    ['nothing', new Uint8Array()],
  ])('that is %s is refused', async (_what, bytes) => {
    const { tour } = await makeTour()
    const wish = { stopId: tour.stops[0]?.id ?? '', language: 'en', bytes } as const
    await expect(setVoice(wish, curator)).rejects.toMatchObject({ code: 'audio_unsupported' })
  })
})
