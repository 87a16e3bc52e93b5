import { randomUUID } from 'node:crypto'
import { appendFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/server/platform/db'
import { withClient } from '@/server/platform/embedded-postgres/connection'
import { dropDatabase, withDatabase } from '@/server/platform/embedded-postgres/testing/copy-database'
import { addPicture } from '@/server/storage/add-picture'
import { describePicture } from '@/server/storage/describe-picture'
import { openLocalStore } from '@/server/storage/local-store'
import { fileKey, type PictureStore } from '@/server/storage/picture-store'
import { removeUnusedFiles } from '@/server/storage/remove-unused-files'
import { store } from '@/server/storage/store'
import { ensureMonth } from '@/server/sweeper/archive-months'
import { verifyChecksums } from './checksums'
import { listBackups, makeBackup } from './make-backup'
import { openClient } from './open-client'
import { restoreBackup } from './restore-backup'
import { tableChecksums } from './table-checksums'

const databaseUrl = process.env.DATABASE_URL ?? ''
let folder: string
const made: string[] = []
let pictures: { id: string; fileSha256: string }[]

async function newPicture(ownerId: string | null) {
  const background = { r: Math.random() * 255, g: Math.random() * 255, b: Math.random() * 255 }
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .png()
    .toBuffer()
  const facts = await describePicture(bytes)
  return db.$transaction((tx) => addPicture(tx, facts, bytes, ownerId))
}

async function emptyHouse() {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await withClient(databaseUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0`))
  const url = withDatabase(databaseUrl, name)
  made.push(url)
  const root = await mkdtemp(path.join(folder, 'house-'))
  return { databaseUrl: url, store: openLocalStore(root), root }
}

const wishes = (more: { keep?: number; store?: PictureStore } = {}) => ({
  databaseUrl,
  store,
  folder: path.join(folder, 'backups'),
  authSecret: 'a secret that signs sessions, long enough',
  ...more,
})

const restore = (backup: string, house: Awaited<ReturnType<typeof emptyHouse>>) =>
  restoreBackup({ backup, ...house, models: path.join(house.root, 'models'), migrations: 'prisma/migrations' })

async function sumsOf(url: string) {
  const client = await openClient(url)
  const sums = await tableChecksums(client.query)
  await client.end()
  return Object.fromEntries(sums)
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'vernissage-backup-'))
  const person = await db.person.create({ data: { name: '李 "quoted"\nand \\ more', email: 'ada@example.org' } })
  pictures = [await newPicture(person.id), await newPicture(null), await newPicture(person.id)]
  const words = {
    titleEn: 'Pond',
    titleZh: '池塘',
    artistEn: 'A',
    artistZh: '甲',
    year: '1899',
    mediumEn: '',
    mediumZh: '',
  }
  const work = await db.artwork.create({
    data: {
      ...words,
      kind: 'PAINTED',
      ownerId: person.id,
      pictureId: pictures[0]?.id ?? '',
      widthCm: 1 / 3,
      heightCm: 60,
    },
  })
  // A work whose manner is a style that it is itself painted with: the two tables point at each other.
  const bytes = Buffer.from([0, 255, 10, 13])
  const numbers = { code: bytes, broadCode: bytes, codeLength: 1, modelName: 'm', modelVersion: '1' }
  const names = { titleEn: 'Pond', titleZh: '池塘', artistEn: 'A', artistZh: '甲', year: '1899', school: '' }
  await db.style.create({ data: { id: work.id, ...names, ...numbers, artworkId: work.id } })
  await db.artwork.update({ where: { id: work.id }, data: { styleId: work.id } })
  await db.auditEntry.create({
    data: { action: 'a', subjectType: 'b', subjectId: 'c', detail: { deep: ['x', null, 1.5] } },
  })
  await db.$queryRaw`SELECT nextval('"ClosedDoorTicket_id_seq"') FROM generate_series(1, 41)`
  // Old ones in the archive, which is in parts.
  const endedAt = new Date('2025-03-04T05:06:07.891Z')
  await ensureMonth('ArchivedAuditEntry', endedAt)
  const old = { action: 'a', subjectType: 'b', subjectId: 'c', detail: {} }
  await db.archivedAuditEntry.create({ data: { id: 1, createdAt: endedAt, ...old } })
  await db.workerPresence.create({
    data: { id: 'w', modelName: 'm', modelVersion: '1', provider: 'cpu', notes: ['a, "b"', '{c}'], sizes: [512, 768] },
  })
})
afterAll(async () => {
  for (const url of made) await dropDatabase(url)
  await rm(folder, { recursive: true, force: true })
})

test('an empty house becomes what was backed up: every row, every number and every picture', async () => {
  const { folder: backup, manifest } = await makeBackup(wishes())
  expect(manifest.pictures.count).toBe(3)
  const house = await emptyHouse()
  await restore(backup, house)
  expect(await sumsOf(house.databaseUrl)).toEqual(await sumsOf(databaseUrl))
  for (const { fileSha256 } of pictures) {
    expect(await house.store.read(fileKey(fileSha256))).toEqual(await store.read(fileKey(fileSha256)))
  }
  const next = await withClient(house.databaseUrl, (client) =>
    client.query(`SELECT nextval('"ClosedDoorTicket_id_seq"')`),
  )
  expect(next.rows).toEqual([{ nextval: '42' }])
  // What deletes and cascades in the one does so in the other.
  await withClient(house.databaseUrl, (client) => client.query('DELETE FROM "Style"; DELETE FROM "Person"'))
  // And nothing is put over what is there.
  await expect(restore(backup, house)).rejects.toThrow(/wants an empty one/)
})

test('writes that go on meanwhile are in it whole or not at all', async () => {
  let isOver = false
  const writing = (async () => {
    while (!isOver) {
      const { id, fileSha256 } = await newPicture(null)
      if (Math.random() < 0.5) continue
      await db.picture.delete({ where: { id } })
      await removeUnusedFiles([fileSha256])
    }
  })()
  const { folder: backup, manifest } = await makeBackup(wishes())
  isOver = true
  await writing
  const house = await emptyHouse()
  await restore(backup, house)
  const rows = await withClient(house.databaseUrl, (client) => client.query('SELECT sha256 FROM "StoredFile"'))
  expect(rows.rowCount).toBe(manifest.pictures.count)
  for (const { sha256 } of rows.rows) expect(await house.store.read(fileKey(sha256))).not.toBeNull()
  // Nothing that had been deleted by then.
  const files = await readdir(path.join(backup, 'files'), { recursive: true, withFileTypes: true })
  expect(files.filter((file) => file.isFile())).toHaveLength(manifest.pictures.count)
})

test('a damaged backup is refused before anything is written', async () => {
  const { folder: backup } = await makeBackup(wishes())
  const house = await emptyHouse()
  const table = path.join(backup, 'tables/Person.jsonl.gz')
  await appendFile(table, 'x')
  await expect(restore(backup, house)).rejects.toThrow(/damaged: 1 files .* \(tables\/Person\.jsonl\.gz\)/)
  expect(await sumsOf(house.databaseUrl)).toEqual({})
  await rm(backup, { recursive: true })
})

test('old ones make way, and what they shared stays', async () => {
  await makeBackup(wishes())
  const { folder: last } = await makeBackup(wishes({ keep: 2 }))
  const left = await listBackups(path.join(folder, 'backups'))
  expect(left).toHaveLength(2)
  expect(left.at(-1)).toBe(last)
  expect(await verifyChecksums(last)).toBeGreaterThan(3)
})

test('a house that lacks a picture cannot be backed up in silence', async () => {
  const root = await mkdtemp(path.join(folder, 'lacking-'))
  await expect(
    makeBackup({ ...wishes(), folder: root, store: openLocalStore(path.join(root, 'none')) }),
  ).rejects.toThrow(/in the database and not, or damaged, in the store/)
  await writeFile(path.join(root, 'x'), '')
  expect(await readdir(root)).toEqual(['x'])
})
