import { createHash, randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { uploadLimits } from '@/lib/contracts/uploads'
import type { Viewer } from '@/server/accounts/viewer'
import { readArtwork } from '@/server/artworks/read-artwork'
import { restorePicture } from '@/server/artworks/restore-picture'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { hangArtwork } from '@/server/exhibitions/hang-artwork'
import { db } from '@/server/platform/db'
import { fileKey } from '@/server/storage/picture-store'
import { readPicture } from '@/server/storage/read-picture'
import { store } from '@/server/storage/store'
import { beginUpload } from '@/server/uploads/begin-upload'
import { finishUpload } from '@/server/uploads/finish-upload'
import { putPart } from '@/server/uploads/put-part'
import { readUpload } from '@/server/uploads/read-upload'
import { editLabels } from './edit-labels'
import { exportLabels } from './export-labels'
import { importLabels } from './import-labels'
import { listDepot } from './list-depot'
import { readDepotWork } from './read-depot-work'
import { removeWorks } from './remove-works'

const curator = await makePerson('CURATOR')

/** A noisy picture, so that it has several parts. */
async function makeFile(side = 700): Promise<Buffer> {
  const raw = { width: side, height: side, channels: 3 as const }
  return sharp(randomBytes(side * side * 3), { raw })
    .png()
    .toBuffer()
}

async function send(
  file: Buffer,
  viewer: Viewer,
  { name = 'pond.png', only = (part: number): boolean => part >= 0 } = {},
) {
  const sha256 = createHash('sha256').update(file).digest('hex')
  const begun = await beginUpload({ name, bytes: file.length, sha256 }, viewer)
  for (let part = 0; part < begun.parts; part++) {
    if (begun.received.includes(part) || !only(part)) continue
    const bytes = file.subarray(part * begun.partBytes, (part + 1) * begun.partBytes)
    await putPart({ uploadId: begun.id, part, bytes }, viewer)
  }
  return begun
}

async function addWork(name?: string) {
  const { id } = await send(await makeFile(64), curator, { name })
  return (await finishUpload(id, { as: 'depot', keepDuplicate: false }, curator)).artworkId
}

const find = async (q: string) => (await listDepot({ q }, curator)).works.map(({ artwork }) => artwork.id)

test('a file goes on after a lost network where it stopped, and becomes a work of the depot', async () => {
  const file = await makeFile()
  const first = await send(file, curator, { name: 'Red_boat at sea.png', only: (part) => part !== 1 })
  expect(first.parts).toBeGreaterThan(2)
  const wish = { as: 'depot', keepDuplicate: false } as const
  await expect(finishUpload(first.id, wish, curator)).rejects.toMatchObject({ code: 'upload_incomplete' })
  const again = await send(file, curator)
  expect(again.id).toBe(first.id)
  expect(again.received).toEqual(Array.from({ length: again.parts }, (_, part) => part).filter((part) => part !== 1))
  const { artworkId, isDuplicate } = await finishUpload(first.id, wish, curator)
  expect(isDuplicate).toBe(false)
  const { work } = await readDepotWork(artworkId, curator)
  expect(work).toMatchObject({
    label: { titleEn: 'Red boat at sea', widthCm: 60, heightCm: 60 },
    ownerName: null,
    places: [],
  })
  expect(await readArtwork(artworkId, null)).toBeNull()
  expect(await db.upload.count({ where: { id: first.id } })).toBe(0)
  expect(await store.read(`uploads/${first.id}/0`)).toBeNull()
})

test('the same picture is recognised by its content, unless it is wished twice', async () => {
  const file = await makeFile(80)
  const finish = async (keepDuplicate: boolean) =>
    finishUpload((await send(file, curator)).id, { as: 'depot', keepDuplicate }, curator)
  const first = await finish(false)
  expect(await finish(false)).toEqual({ artworkId: first.artworkId, isDuplicate: true })
  expect((await finish(true)).artworkId).not.toBe(first.artworkId)
})

test('the same picture brought by many at once is one work', async () => {
  const file = await makeFile(90)
  const curators = await Promise.all([1, 2, 3].map(() => makePerson('CURATOR')))
  const answers = await Promise.all(
    curators.map(async (each) =>
      finishUpload((await send(file, each)).id, { as: 'depot', keepDuplicate: false }, each),
    ),
  )
  expect(new Set(answers.map(({ artworkId }) => artworkId)).size).toBe(1)
  expect(answers.filter(({ isDuplicate }) => !isDuplicate)).toHaveLength(1)
})

test('a part that does not belong, and a file of somebody else, are refused; what is no picture is thrown away', async () => {
  const { id } = await beginUpload({ name: 'a.png', bytes: uploadLimits.partBytes + 5 }, curator)
  const put = (part: number, length: number, by = curator) =>
    putPart({ uploadId: id, part, bytes: new Uint8Array(length) }, by)
  for (const [part, length] of [
    [0, 5],
    [1, uploadLimits.partBytes],
    [2, 5],
  ] as const) {
    await expect(put(part, length)).rejects.toMatchObject({ code: 'invalid_request' })
  }
  const other = await makePerson('CURATOR')
  await expect(put(1, 5, other)).rejects.toMatchObject({ code: 'not_found' })
  await expect(readUpload(id, other)).rejects.toMatchObject({ code: 'not_found' })
  await put(0, uploadLimits.partBytes)
  await put(1, 5)
  const wish = { as: 'depot', keepDuplicate: false } as const
  await expect(finishUpload(id, wish, curator)).rejects.toMatchObject({ code: 'photo_unsupported' })
  await expect(readUpload(id, curator)).rejects.toMatchObject({ code: 'not_found' })
})

test('works are found by any word of label, tag and file, in both languages', async () => {
  const id = await addWork('IMG_2044.jpg')
  const changes = { titleEn: 'Heron 100% grey', titleZh: '苍鹭', artistEn: 'Wei', addTags: ['birds', 'water'] }
  await editLabels({ works: [{ id, version: 1 }], changes }, curator)
  for (const q of ['heron', 'WEI her', '苍鹭', 'birds', 'img_2044', '100%', '鹭', 'gr', 'w'])
    expect(await find(q)).toEqual([id])
  for (const q of ['heron owl', 'img%2044', 'h_ron', '鹭苍', '苍鹰', 'ey']) expect(await find(q)).toEqual([])
  expect((await listDepot({ tag: 'birds' }, curator)).works).toHaveLength(1)
})

test('labels of many works change together, or not at all', async () => {
  const ids = [await addWork(), await addWork()]
  const works = ids.map((id) => ({ id, version: 1 }))
  const edited = await editLabels(
    { works, changes: { artistEn: 'Ada', artistZh: '艾达', addTags: ['x', 'y'] } },
    curator,
  )
  expect(edited.map(({ label, version }) => [label.artistEn, label.tags, version])).toEqual(
    ids.map(() => ['Ada', ['x', 'y'], 2]),
  )
  const stale = [
    { id: ids[0] ?? '', version: 2 },
    { id: ids[1] ?? '', version: 1 },
  ]
  await expect(editLabels({ works: stale, changes: { year: '1900' } }, curator)).rejects.toMatchObject({
    code: 'conflict',
  })
  expect((await readDepotWork(ids[0] ?? '', curator)).work).toMatchObject({ version: 2, label: { year: '' } })
  const [one] = await editLabels({ works: [{ id: ids[0] ?? '', version: 2 }], changes: { removeTags: ['x'] } }, curator)
  expect(one?.label.tags).toEqual(['y'])
  const strange = { works: [{ id: await makeArtwork(), version: 1 }], changes: { year: '1900' } }
  await expect(editLabels(strange, curator)).rejects.toMatchObject({ code: 'not_found' })
})

test('a list of labels is tried first, tells every bad line, and is then brought whole', async () => {
  const [one, two] = [await addWork('one.png'), await addWork('two.png')]
  const csv = `file,title,width,widthCm,tags\none.png,First,3,81.5,a;b\ntwo.png,Second,3,wide,\nthree.png,Third,3,1,\none.png,Again,3,1,\n`
  const report = await importLabels({ csv, isDryRun: false }, curator)
  expect(report).toMatchObject({ unknownColumns: ['width'], badRows: 3, isApplied: false })
  expect(report.rows.map(({ line, problems }) => [line, problems.map(({ code }) => code)])).toEqual([
    [2, []],
    [3, ['not_a_number']],
    [4, ['unknown_work']],
    [5, ['twice']],
  ])
  expect((await readDepotWork(one, curator)).work.label.titleEn).toBe('one')
  const good = `id,title,widthCm,tags\n${one},First,81.5,a;b\n${two},two,,\n`
  expect(await importLabels({ csv: good, isDryRun: true }, curator)).toMatchObject({
    changedWorks: 1,
    isApplied: false,
  })
  expect(await importLabels({ csv: good, isDryRun: false }, curator)).toMatchObject({
    changedWorks: 1,
    isApplied: true,
  })
  const { work } = await readDepotWork(one, curator)
  expect(work).toMatchObject({
    version: 2,
    label: { titleEn: 'First', titleZh: 'First', widthCm: 81.5, tags: ['a', 'b'] },
  })
  expect((await readDepotWork(two, curator)).work.version).toBe(1)
})

test('a list that lay on a desk overwrites nothing that was changed here since', async () => {
  const id = await addWork('lay.png')
  await editLabels({ works: [{ id, version: 1 }], changes: { year: '1898' } }, curator)
  const list = await exportLabels({ q: 'lay.png' }, curator)
  await editLabels({ works: [{ id, version: 2 }], changes: { year: '1899' } }, curator)
  const report = await importLabels({ csv: list, isDryRun: false }, curator)
  expect(report).toMatchObject({ badRows: 1, isApplied: false })
  expect(report.rows[0]?.problems).toEqual([{ column: 'version', code: 'changed_meanwhile' }])
  expect((await readDepotWork(id, curator)).work.label.year).toBe('1899')
  // Taken anew, the same wish goes through; a line that changes nothing is right at any version.
  const anew = await exportLabels({ q: 'lay.png' }, curator)
  const changed = anew.replace('1899', '1900')
  expect(await importLabels({ csv: changed, isDryRun: false }, curator)).toMatchObject({ isApplied: true })
  expect(await importLabels({ csv: changed, isDryRun: false }, curator)).toMatchObject({ badRows: 0, changedWorks: 0 })
})

test('what is given out as a list comes back without a change, formulas and all', async () => {
  const id = await addWork('formula.png')
  const changes = { titleEn: '=SUM(A1)', descriptionEn: 'Two\nlines, "quoted"; and more', addTags: ['p q', 'r'] }
  await editLabels({ works: [{ id, version: 1 }], changes }, curator)
  const csv = await exportLabels({ q: 'formula.png' }, curator)
  expect(csv).toContain("'=SUM(A1)")
  expect(await importLabels({ csv, isDryRun: true }, curator)).toMatchObject({
    rows: [{ changed: [], problems: [] }],
    badRows: 0,
  })
})

test('a replaced picture is kept, seen by curators alone, and comes back', async () => {
  const artworkId = await addWork()
  const before = (await readDepotWork(artworkId, curator)).work.artwork.picture
  const { id } = await send(await makeFile(70), curator)
  await finishUpload(id, { as: 'replacement', artworkId, version: 1 }, curator)
  const { work, earlier } = await readDepotWork(artworkId, curator)
  expect([work.artwork.picture.width, earlier.map(({ picture }) => picture.id)]).toEqual([70, [before.id]])
  const asked = { id: before.id, variant: 'original', access: earlier[0]?.picture.access ?? '' }
  expect(await readPicture(asked, curator)).toMatchObject({ isPublic: false })
  await expect(readPicture(asked, await makePerson())).rejects.toMatchObject({ code: 'not_found' })
  await expect(
    restorePicture({ artworkId, earlierId: earlier[0]?.id ?? '', version: 1 }, curator),
  ).rejects.toMatchObject({ code: 'conflict' })
  await restorePicture({ artworkId, earlierId: earlier[0]?.id ?? '', version: 2 }, curator)
  const after = await readDepotWork(artworkId, curator)
  expect([after.work.artwork.picture.id, after.earlier.length]).toEqual([before.id, 1])
})

test('what hangs is not deleted by accident; deleted means gone, with its files', async () => {
  const id = await addWork()
  const show = await makeExhibition()
  await db.$transaction((tx) => hangArtwork({ artworkId: id, roomId: show.roomId }, tx))
  expect((await readDepotWork(id, curator)).work.places).toEqual([
    { slug: show.slug, title: { en: 'Show', zh: '展览' }, isOpen: true },
  ])
  await expect(removeWorks({ ids: [id], evenIfHung: false }, curator)).rejects.toMatchObject({ code: 'work_hangs' })
  const { picture } = await db.artwork.findUniqueOrThrow({ where: { id }, select: { picture: true } })
  expect(await removeWorks({ ids: [id], evenIfHung: true }, curator)).toBe(1)
  expect(await readArtwork(id, curator)).toBeNull()
  expect(await db.picture.count({ where: { id: picture.id } })).toBe(0)
  expect(await store.read(fileKey(picture.fileSha256))).toBeNull()
})

test('an artist’s work goes back to its artist, down from the house’s walls but not from the own ones', async () => {
  const artist = await makePerson()
  const id = await makeArtwork({ ownerId: artist.id, depotAt: new Date() })
  const [show, own] = [await makeExhibition(), await makeExhibition({ kind: 'OWN_ROOM', ownerId: artist.id })]
  for (const { roomId } of [show, own]) await db.$transaction((tx) => hangArtwork({ artworkId: id, roomId }, tx))
  await removeWorks({ ids: [id], evenIfHung: true }, curator)
  const hangings = await db.hanging.findMany({ where: { artworkId: id }, select: { roomId: true } })
  expect(hangings).toEqual([{ roomId: own.roomId }])
  expect(await db.artwork.findUnique({ where: { id } })).toMatchObject({ depotAt: null, visibility: 'PUBLIC' })
})
