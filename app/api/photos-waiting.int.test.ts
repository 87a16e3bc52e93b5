import { createHash } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'
import type { ErrorCode } from '@/lib/contracts/errors'
import { uploadLimits } from '@/lib/contracts/uploads'
import { makePerson } from '@/server/artworks/testing/records'
import { errorResponse } from '@/server/http/error-response'
import { Visitor } from '@/server/http/testing/visitor'
import { db } from '@/server/platform/db'
import { HouseError } from '@/server/platform/errors'
import { createLogger } from '@/server/platform/logger'
import { makeMaster, newPhoto } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { photoDecoder } from '@/server/storage/decoding/photo-decoder'
import { beginUpload } from '@/server/uploads/begin-upload'
import { finishUpload } from '@/server/uploads/finish-upload'
import { putPart } from '@/server/uploads/put-part'
import { send } from './testing/order-as'

const decoding = vi.spyOn(photoDecoder, 'decode')
/** As for the photo after the thirty-second that waits (server/storage/normalise-photo.int.test.ts). */
const fillLineOnce = () => decoding.mockResolvedValueOnce({ ended: 'busy' })

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
})

const traces = async () => [await db.person.count(), await db.portraitOrder.count(), await db.picture.count()]

test.each([
  ['en', 'Many photos are being opened at this moment. Please try again in a moment.'],
  ['zh-CN', '此刻有许多照片正在打开，请稍后再试。'],
])(
  'an order that finds a full line (%s) is told so and when to come back, and is taken then',
  async (language, sentence) => {
    const visitor = new Visitor()
    const sending = { photo: await newPhoto(), headers: { 'accept-language': language } }
    const before = await traces()
    fillLineOnce()
    const refused = await send(visitor, sending)
    expect([refused.status, refused.json.error.code]).toEqual([503, 'photos_waiting'])
    expect(refused.json.error.message).toBe(sentence)
    expect(refused.headers.get('retry-after')).toBe('2')
    expect(await traces()).toEqual(before)
    expect(visitor.cookies.size).toBe(0)
    expect((await send(visitor, sending)).status).toBe(202)
  },
)

test('an upload that finds a full line keeps its parts, and is finished by the next try', async () => {
  const curator = await makePerson('CURATOR')
  const file = await newPhoto()
  expect(file.length).toBeLessThan(uploadLimits.partBytes)
  const sha256 = createHash('sha256').update(file).digest('hex')
  const { id } = await beginUpload({ name: 'pond.jpg', bytes: file.length, sha256 }, curator)
  await putPart({ uploadId: id, part: 0, bytes: file }, curator)
  const finish = () => finishUpload(id, { as: 'depot', keepDuplicate: false }, curator)
  fillLineOnce()
  await expect(finish()).rejects.toMatchObject({ code: 'photos_waiting' })
  await expect(finish()).resolves.toMatchObject({ isDuplicate: false })
})

test('nothing of it stands in the log, where faults of ours do', () => {
  const lines: string[] = []
  const log = createLogger({ write: (line) => void lines.push(line) })
  log.level = 'error'
  const tell = (code: ErrorCode) =>
    errorResponse(new HouseError(code), { requestId: 'r', locale: 'en', log, route: '/api/portraits' })
  tell('photos_waiting')
  expect(lines).toEqual([])
  tell('unavailable')
  expect(lines).toHaveLength(1)
})
