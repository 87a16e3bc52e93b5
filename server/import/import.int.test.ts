import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { makePerson } from '@/server/artworks/testing/records'
import { readDepotWork } from '@/server/depot/read-depot-work'
import { env } from '@/server/platform/env'
import { fetchSafely } from './fetch-safely'
import { importCanvas } from './import-canvas'
import { previewManifest } from './preview-manifest'

/** A museum: what its addresses answer, and what was asked of it. */
const answers = new Map<string, { status?: number; headers?: Record<string, string>; body: string | Buffer }>()
const asked: string[] = []
const museum = http.createServer((request, response) => {
  asked.push(request.url ?? '')
  const answer = answers.get(request.url ?? '')
  response.writeHead(answer?.status ?? (answer ? 200 : 404), answer?.headers).end(answer?.body)
})
museum.listen(0, '127.0.0.1')
await once(museum, 'listening')
const host = `127.0.0.1:${(museum.address() as AddressInfo).port}`
const at = (path: string) => `http://${host}${path}`
afterAll(() => museum.close())
beforeEach(() => {
  asked.length = 0
  env.IMPORT_HOSTS.splice(0, env.IMPORT_HOSTS.length, host)
})

const curator = await makePerson('CURATOR')
const picture = (red: number, width = 120) =>
  sharp({ create: { width, height: 90, channels: 3, background: { r: red, g: 80, b: 120 } } })
    .jpeg()
    .toBuffer()
const serve = (path: string, json: unknown) => answers.set(path, { body: JSON.stringify(json) })

serve('/three/manifest.json', {
  '@context': 'http://iiif.io/api/presentation/3/context.json',
  id: at('/three/manifest.json'),
  type: 'Manifest',
  label: { en: ['Harbours'], zh: ['港口'] },
  rights: 'http://creativecommons.org/licenses/by/4.0/',
  requiredStatement: { label: { en: ['Attribution'] }, value: { en: ['Given by the <b>Harbour Museum</b>'] } },
  metadata: [
    { label: { en: ['Artist'] }, value: { none: ['Mara Lind'] } },
    { label: { en: ['Date'] }, value: { en: ['1887'] } },
  ],
  items: [
    {
      id: at('/three/canvas/1'),
      type: 'Canvas',
      label: { en: ['Harbour at dawn'] },
      width: 9000,
      height: 6750,
      items: [
        {
          type: 'AnnotationPage',
          items: [
            {
              type: 'Annotation',
              motivation: 'painting',
              body: {
                id: at('/three/whole.jpg'),
                type: 'Image',
                width: 9000,
                height: 6750,
                service: [{ id: at('/three/image/1'), type: 'ImageService3', profile: 'level2' }],
              },
            },
          ],
        },
      ],
    },
    {
      id: at('/three/canvas/2'),
      type: 'Canvas',
      label: { none: ['2'] },
      width: 120,
      height: 90,
      rights: 'http://rightsstatements.org/vocab/InC/1.0/',
      items: [{ items: [{ body: { id: at('/three/second.jpg'), type: 'Image' } }] }],
    },
  ],
})
serve('/two/manifest.json', {
  '@context': 'http://iiif.io/api/presentation/2/context.json',
  '@id': at('/two/manifest.json'),
  '@type': 'sc:Manifest',
  label: [
    { '@value': 'Lily pond', '@language': 'en' },
    { '@value': '睡莲池', '@language': 'zh-Hans' },
  ],
  attribution: 'City Library',
  license: 'https://creativecommons.org/publicdomain/mark/1.0/',
  metadata: [{ label: 'Technique', value: 'Oil on canvas' }],
  sequences: [
    {
      canvases: [
        {
          '@id': at('/two/canvas/1'),
          label: 'p. 1',
          width: 120,
          height: 90,
          images: [
            {
              resource: {
                '@id': at('/two/whole.jpg'),
                service: { '@context': 'http://iiif.io/api/image/2/context.json', '@id': at('/two/image/1') },
              },
            },
          ],
        },
      ],
    },
  ],
})

test('a manifest of version 3 is shown and taken, with words, rights and credit', async () => {
  answers.set('/three/image/1/full/8192,/0/default.jpg', { body: await picture(10) })
  answers.set('/three/second.jpg', { body: await picture(20) })
  const url = at('/three/manifest.json')
  const view = await previewManifest(url, curator)
  expect(view).toMatchObject({ title: { en: 'Harbours', zh: '港口' }, credit: { en: 'Given by the Harbour Museum' } })
  expect(view.works.map(({ title, artworkId }) => [title.en, artworkId])).toEqual([
    ['Harbour at dawn', null],
    ['Harbours, 2', null],
  ])
  const [first, second] = view.works.map(({ id }) => id)
  const taken = await importCanvas({ url, canvasId: first ?? '' }, curator)
  const { work } = await readDepotWork(taken.artworkId, curator)
  expect(work).toMatchObject({ sourceUrl: first, ownerName: null, artwork: { kind: 'IMPORTED' } })
  expect(work.label).toMatchObject({
    titleZh: 'Harbour at dawn',
    artistEn: 'Mara Lind',
    year: '1887',
    creditEn: 'Given by the Harbour Museum',
    rights: 'http://creativecommons.org/licenses/by/4.0/',
  })
  const other = await importCanvas({ url, canvasId: second ?? '' }, curator)
  expect((await readDepotWork(other.artworkId, curator)).work.label.rights).toBe(
    'http://rightsstatements.org/vocab/InC/1.0/',
  )
  expect(await importCanvas({ url, canvasId: first ?? '' }, curator)).toEqual({ ...taken, isDuplicate: true })
  expect((await previewManifest(url, curator)).works[0]?.artworkId).toBe(taken.artworkId)
})

test('a manifest of version 2 is taken; where the image service fails, the whole picture is asked for', async () => {
  answers.set('/two/whole.jpg', { body: await picture(30) })
  const url = at('/two/manifest.json')
  const { works } = await previewManifest(url, curator)
  const { artworkId } = await importCanvas({ url, canvasId: works[0]?.id ?? '' }, curator)
  expect(asked).toEqual(expect.arrayContaining(['/two/image/1/full/full/0/default.jpg', '/two/whole.jpg']))
  expect((await readDepotWork(artworkId, curator)).work.label).toMatchObject({
    titleEn: 'Lily pond',
    titleZh: '睡莲池',
    mediumEn: 'Oil on canvas',
    creditEn: 'City Library',
    rights: 'https://creativecommons.org/publicdomain/mark/1.0/',
  })
})

test.each([
  ['{}', 'manifest_unreadable'],
  ['<html>', 'manifest_unreadable'],
  [
    JSON.stringify({ type: 'Manifest', label: {}, items: [{ id: 'x', items: [{ items: [{}] }] }] }),
    'manifest_unreadable',
  ],
  [JSON.stringify({ '@type': 'sc:Manifest', sequences: [{ canvases: [null, 'x'] }] }), 'manifest_unreadable'],
])('what is no manifest of pictures is refused: %.30s', async (body, code) => {
  answers.set('/odd.json', { body })
  await expect(previewManifest(at('/odd.json'), curator)).rejects.toMatchObject({ code })
})

test('a canvas that is not in the manifest, and a picture that is none, are refused', async () => {
  answers.set('/three/second.jpg', { body: '<svg xmlns="http://www.w3.org/2000/svg"/>' })
  serve('/bad.json', {
    type: 'Manifest',
    label: { en: ['Bad'] },
    items: [{ id: 'urn:bad', items: [{ items: [{ body: { id: at('/three/second.jpg'), type: 'Image' } }] }] }],
  })
  const take = (canvasId: string) => importCanvas({ url: at('/bad.json'), canvasId }, curator)
  await expect(take('urn:other')).rejects.toMatchObject({ code: 'not_found' })
  await expect(take('urn:bad')).rejects.toMatchObject({ code: 'photo_unsupported' })
})

const wishes = { accept: '*/*', mostBytes: 1000 }

test('addresses that are not of the open net get no packet, by whatever name', async () => {
  env.IMPORT_HOSTS.splice(0)
  const port = host.split(':')[1]
  for (const name of ['127.0.0.1', '127.1', '0x7f.0.0.1', '2130706433', 'localhost', '[::1]', '[::ffff:127.0.0.1]']) {
    const refusal = fetchSafely(`http://${name}:${port}/three/manifest.json`, wishes)
    await expect(refusal, name).rejects.toMatchObject({ code: expect.stringMatching(/^address_refused$/) })
  }
  for (const url of [
    'file:///etc/passwd',
    'ftp://museum.example/',
    'http://user:pw@museum.example/',
    'gopher:x',
    'no',
  ]) {
    await expect(fetchSafely(url, wishes), url).rejects.toMatchObject({ code: 'address_refused' })
  }
  expect(asked).toEqual([])
})

test('a redirect to such an address is refused as well, and one that never ends', async () => {
  answers.set('/inward', { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data' }, body: '' })
  await expect(fetchSafely(at('/inward'), wishes)).rejects.toMatchObject({ code: 'address_refused' })
  answers.set('/round', { status: 302, headers: { location: '/round' }, body: '' })
  await expect(fetchSafely(at('/round'), wishes)).rejects.toMatchObject({ code: 'fetch_failed' })
  answers.set('/on', { status: 301, headers: { location: '/there' }, body: '' })
  answers.set('/there', { body: 'here' })
  expect((await fetchSafely(at('/on'), wishes)).toString()).toBe('here')
})

test('more bytes than are wanted are not read to the end', async () => {
  answers.set('/long', { body: 'x'.repeat(100_000) })
  await expect(fetchSafely(at('/long'), wishes)).rejects.toMatchObject({ code: 'fetch_failed' })
})
