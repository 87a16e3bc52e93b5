import { randomBytes } from 'node:crypto'
import { rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { beforeEach, expect, it } from 'vitest'
import { db } from '@/server/platform/db'
import { addPicture } from './add-picture'
import { describePicture, sha256Of } from './describe-picture'
import { fileKey } from './picture-store'
import { removeOrphan, removeUnusedFiles } from './remove-unused-files'
import { scrub } from './scrub'
import { store } from './store'

const whole = { readShare: 1, graceMs: 0 }
const fileOf = (sha256: string) => path.join(process.env.VERNISSAGE_DATA ?? '', 'pictures', fileKey(sha256))

async function newPicture() {
  const background = { r: Math.random() * 255, g: Math.random() * 255, b: Math.random() * 255 }
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .png()
    .toBuffer()
  const facts = await describePicture(bytes)
  return db.$transaction((tx) => addPicture(tx, facts, bytes, null))
}

beforeEach(async () => {
  await db.picture.deleteMany()
  await db.storedFile.deleteMany()
  await scrub(whole)
})

it('finds nothing wrong where nothing is', async () => {
  await newPicture()
  await newPicture()
  const report = await scrub(whole)
  expect(report).toMatchObject({ rows: 2, read: 2, missing: [], damaged: [], orphans: 0, halves: 0, previews: 0 })
})

it('finds rows that point at nothing, at less, and at something else', async () => {
  const [gone, cut, changed, fine] = [await newPicture(), await newPicture(), await newPicture(), await newPicture()]
  await rm(fileOf(gone.fileSha256))
  await writeFile(fileOf(cut.fileSha256), 'cut')
  const { bytes } = await db.storedFile.findUniqueOrThrow({ where: { sha256: changed.fileSha256 } })
  await writeFile(fileOf(changed.fileSha256), randomBytes(bytes))
  const quick = await scrub({ ...whole, readShare: 0 })
  expect(quick).toMatchObject({ rows: 4, read: 0, missing: [gone.fileSha256], damaged: [cut.fileSha256] })
  const deep = await scrub(whole)
  expect(deep.damaged.sort()).toEqual([cut.fileSha256, changed.fileSha256].sort())
  // None of them is removed: somebody may yet bring it back.
  expect(await db.storedFile.count()).toBe(4)
  expect(await store.read(fileKey(fine.fileSha256))).not.toBeNull()
})

it('removes what no row needs, when it is old enough, and only then', async () => {
  const kept = await newPicture()
  const [orphan, young] = [randomBytes(10), randomBytes(11)]
  for (const bytes of [orphan, young]) await store.write(fileKey(sha256Of(bytes)), bytes)
  await writeFile(`${fileOf(sha256Of(orphan))}.1234.part`, 'half')
  await store.write('previews/00000000-0000-7000-8000-000000000000/1-1.webp', orphan)
  const old = new Date(Date.now() - 7_200_000)
  for (const file of [fileOf(sha256Of(orphan)), `${fileOf(sha256Of(orphan))}.1234.part`, fileOf(kept.fileSha256)])
    await utimes(file, old, old)
  expect(await scrub({ readShare: 0, isLookOnly: true })).toMatchObject({ orphans: 1, halves: 1, previews: 0 })
  expect(await scrub({ readShare: 0 })).toMatchObject({ orphans: 1, halves: 1, previews: 0 })
  expect(await store.read(fileKey(sha256Of(orphan)))).toBeNull()
  expect(await store.read(fileKey(sha256Of(young)))).not.toBeNull()
  expect(await scrub(whole)).toMatchObject({ rows: 1, missing: [], orphans: 1, halves: 0, previews: 1 })
})

it('never takes a file away from a row: neither does who comes with the same bytes at that moment lose it', async () => {
  const picture = await newPicture()
  expect(await removeOrphan(picture.fileSha256)).toBe(false)
  const bytes = (await store.read(fileKey(picture.fileSha256))) ?? Buffer.alloc(0)
  const facts = await describePicture(bytes)
  await db.picture.delete({ where: { id: picture.id } })
  await Promise.all([
    removeUnusedFiles([picture.fileSha256]),
    // With its grace: without it a write under way looks like one that was broken off.
    scrub({ readShare: 1 }),
    db.$transaction((tx) => addPicture(tx, facts, bytes, null)),
    removeOrphan(picture.fileSha256),
    removeUnusedFiles([picture.fileSha256]),
  ])
  const rows = await db.storedFile.count()
  expect((await scrub(whole)).missing).toEqual([])
  expect(rows).toBe(1)
})

it('a removal whose commit fails leaves row and file', async () => {
  const { id, fileSha256 } = await newPicture()
  await db.picture.delete({ where: { id } })
  await db.$executeRawUnsafe(
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the disk is full'; END $$`,
  )
  await db.$executeRawUnsafe(
    `CREATE CONSTRAINT TRIGGER refuse AFTER DELETE ON "StoredFile" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()`,
  )
  await expect(removeUnusedFiles([fileSha256])).rejects.toThrow()
  expect(await store.read(fileKey(fileSha256))).not.toBeNull()
  await db.$executeRawUnsafe(`DROP TRIGGER refuse ON "StoredFile"`)
  await removeUnusedFiles([fileSha256])
  expect(await store.read(fileKey(fileSha256))).toBeNull()
  expect(await db.storedFile.count()).toBe(0)
})
