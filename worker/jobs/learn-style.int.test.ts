import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeArtwork, makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { newOrder } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { addPicture } from '@/server/storage/add-picture'
import { describePicture } from '@/server/storage/describe-picture'
import { readKeptStyle } from '@/server/styles/read-kept-style'
import { createPainter, type Painter } from '@/worker/painter/painter'
import { encodeTestPhoto } from '@/worker/painter/testing/orders'
import { learnStyle } from './learn-style'
import { hangMasters } from './testing/hang-masters'

let painter: Painter

beforeAll(async () => {
  await prepareQueue()
  painter = await createPainter({ lessons: 0 })
  await hangMasters(painter)
})

afterAll(() => painter.close())

it('keeps what was learned under the version that it was learned with, which may have changed while it waited', async () => {
  const picture = await encodeTestPhoto(320, 240)
  const facts = await describePicture(picture)
  const { id: pictureId } = await db.$transaction((tx) => addPicture(tx, facts, picture, null))
  const work = await makeArtwork({ pictureId })
  await newOrder(await makePerson(), { style: work })
  // What was asked before its turn came; the thread itself has gone on since.
  const asBefore: Painter = Object.create(painter, { model: { value: { ...painter.model, version: '1.0.0' } } })
  const learned = await learnStyle(await readKeptStyle(work), asBefore)
  expect(learned.modelVersion).toBe(painter.model.version)
  expect(await db.style.findUniqueOrThrow({ where: { id: work } })).toMatchObject({
    modelVersion: painter.model.version,
  })
})
