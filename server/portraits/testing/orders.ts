import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { type PortraitOrderForm, type PortraitView, portraitOrderFormSchema } from '@/lib/contracts/portraits'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { type Claim, claimOrder } from '../claim-order'
import type { Painted } from '../complete-order'
import { orderPortrait } from '../order-portrait'

let drawn = 0
/** A flat picture whose colour nobody has had before. */
const flat = (width: number, height: number) => {
  drawn += 1
  return sharp({ create: { width, height, channels: 3, background: { r: (drawn * 7) % 256, g: drawn >> 5, b: 120 } } })
}

export const newPhoto = (): Promise<Buffer> => flat(80, 60).jpeg().toBuffer()

/** A style with two made-up numbers, as a master of the house: `position` is its place on the sheet. */
export async function makeMaster(id: string, position: number, code = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, position)) {
  const words = { titleEn: 'T', titleZh: '题', artistEn: 'A', artistZh: '家', year: '1900', school: 'test' }
  const numbers = { code, codeLength: code.length / 4, modelName: 'm', modelVersion: '1' }
  await db.style.create({ data: { id, position, ...words, ...numbers } })
}

/** A form in which everything is as usual but what is given. */
export const formOf = (changes: Partial<PortraitOrderForm> = {}): PortraitOrderForm => ({
  ...portraitOrderFormSchema.parse({ style: 'test-style', size: '512' }),
  ...changes,
})

export async function newOrder(
  viewer: Viewer,
  changes: Partial<PortraitOrderForm> = {},
  photo?: Uint8Array,
): Promise<PortraitView> {
  return orderPortrait({ viewer, key: randomUUID(), form: formOf(changes), photo: photo ?? (await newPhoto()) })
}

/** By a worker of its own; whoever held the order before is dead by now. */
export async function claimed(orderId: string): Promise<Claim> {
  await db.portraitOrder.updateMany({ where: { id: orderId, status: 'PAINTING' }, data: { heartbeatAt: new Date(0) } })
  const claim = await claimOrder(orderId, `worker-${randomUUID()}`)
  if (!claim) throw new Error('the order should have been claimable')
  return claim
}

/** As if its worker had died a while ago. */
export async function fallSilent(orderId: string): Promise<void> {
  await db.portraitOrder.update({ where: { id: orderId }, data: { heartbeatAt: new Date(0) } })
}

/** What a painter would bring. */
export async function painting(changes: Partial<Painted> = {}): Promise<Painted> {
  return {
    picture: await flat(64, 48).webp({ lossless: true }).toBuffer(),
    quality: 'PAINTING',
    steps: 0,
    loss: null,
    end: null,
    provider: 'cpu',
    modelName: 'm',
    modelVersion: '1',
    paintingMs: 100,
    ...changes,
  }
}
