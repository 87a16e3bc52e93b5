import { randomUUID } from 'node:crypto'
import type fc from 'fast-check'
import { expect } from 'vitest'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { cancelPortrait } from '@/server/portraits/cancel-portrait'
import { claimOrder } from '@/server/portraits/claim-order'
import { completeOrder } from '@/server/portraits/complete-order'
import { deletePortrait } from '@/server/portraits/delete-portrait'
import { failOrder } from '@/server/portraits/fail-order'
import { hangPortrait } from '@/server/portraits/hang-portrait'
import { orderPortrait } from '@/server/portraits/order-portrait'
import { retryPortrait } from '@/server/portraits/retry-portrait'
import { fallSilent, formOf, newPhoto, painting } from '@/server/portraits/testing/orders'
import { type Model, OnOrder, type Order, type Real, type Status } from './portrait-model'

/** Claims that a fresh or retried order has. */
const CLAIMS = 4
/** Claimants in a row that may go silent; the order is then set aside. */
const MOST_LAPSES = 2

const place = (order: Pick<Order, 'key' | 'photo'>, viewer: Viewer) =>
  orderPortrait({ viewer, key: order.key, form: formOf(), photo: order.photo })
const isOpen = ({ status }: Order) => status === 'QUEUED' || status === 'PAINTING'
const refusal = (code: string) => expect.objectContaining({ code })

/** A new order, sent once or several times at once with one key. */
export class Place implements fc.AsyncCommand<Model, Real> {
  constructor(
    private readonly person: number,
    private readonly times: number,
  ) {}

  check = () => true

  async run(model: Model, { people }: Real) {
    const viewer = people[this.person]
    if (!viewer) throw new Error('nobody')
    const order = { key: randomUUID(), photo: await newPhoto() }
    const views = await Promise.all(Array.from({ length: this.times }, () => place(order, viewer)))
    const ids = new Set(views.map(({ id }) => id))
    expect(ids.size).toBe(1)
    const state = {
      status: 'QUEUED' as const,
      attempt: 0,
      claimsLeft: CLAIMS,
      lapses: 0,
      puts: 1,
      claims: [],
      isHung: false,
    }
    model.orders.push({ id: views[0]?.id ?? '', person: this.person, ...order, ...state })
  }

  toString = () => `Place by ${this.person} x${this.times}`
}

/** The same key again is the same order. */
export class PlaceAgain extends OnOrder {
  protected async act(order: Order, viewer: Viewer) {
    if (order.status === 'DELETED') return
    expect(await place(order, viewer)).toMatchObject({ id: order.id, status: order.status })
  }
}

export class ClaimIt extends OnOrder {
  protected async act(order: Order) {
    if (order.status === 'PAINTING') await fallSilent(order.id)
    const claim = await claimOrder(order.id, `worker-${order.attempt}`)
    const lapses = order.lapses + (order.status === 'PAINTING' ? 1 : 0)
    expect(claim !== null).toBe(isOpen(order) && order.claimsLeft > 0 && lapses < MOST_LAPSES)
    if (!claim) {
      if (isOpen(order) && lapses >= MOST_LAPSES) order.status = 'FAILED'
      return
    }
    order.lapses = lapses
    order.attempt += 1
    order.claimsLeft -= 1
    order.status = 'PAINTING'
    order.claims.push(claim)
    expect(claim.attempt).toBe(order.attempt)
  }
}

const holder = (order: Order) => {
  const last = order.claims.at(-1)
  return order.status === 'PAINTING' && last?.attempt === order.attempt ? last : undefined
}

export class Complete extends OnOrder {
  protected async act(order: Order) {
    const claim = order.claims.at(-1)
    if (!claim) return
    const holds = holder(order) !== undefined
    expect(await completeOrder(claim, await painting())).toBe(holds)
    if (holds) order.status = 'PAINTED'
  }
}

/** A worker that lost the order long ago brings its painting. */
export class CompleteLate extends OnOrder {
  protected async act(order: Order) {
    const [claim] = order.claims
    if (!claim || claim === holder(order)) return
    expect(await completeOrder(claim, await painting())).toBe(false)
    await failOrder(claim, 'painter_failed')
  }
}

export class Fail extends OnOrder {
  protected async act(order: Order) {
    const claim = holder(order)
    if (!claim) return
    await failOrder(claim, 'painter_failed')
    order.status = 'FAILED'
  }
}

export class Cancel extends OnOrder {
  protected async act(order: Order, { id }: Viewer) {
    const cancelling = cancelPortrait(order.id, id)
    if (order.status === 'DELETED') return expect(cancelling).rejects.toEqual(refusal('not_found'))
    if (!isOpen(order) && order.status !== 'CANCELLED')
      return expect(cancelling).rejects.toEqual(refusal('not_cancellable'))
    expect(await cancelling).toMatchObject({ status: 'CANCELLED' })
    order.status = 'CANCELLED'
  }
}

/** The artist gives up at the moment when the painting is done: one of the two is first. */
export class CancelAndComplete extends OnOrder {
  protected async act(order: Order, { id }: Viewer) {
    const claim = holder(order)
    if (!claim) return
    const [isDone, cancelled] = await Promise.all([
      painting().then((picture) => completeOrder(claim, picture)),
      cancelPortrait(order.id, id).then(
        () => true,
        () => false,
      ),
    ])
    expect(isDone).toBe(!cancelled)
    order.status = isDone ? 'PAINTED' : 'CANCELLED'
  }
}

export class Retry extends OnOrder {
  protected async act(order: Order, viewer: Viewer) {
    const retrying = retryPortrait(order.id, viewer)
    if (order.status === 'DELETED') return expect(retrying).rejects.toEqual(refusal('not_found'))
    if (order.status !== 'FAILED' && order.status !== 'CANCELLED')
      return expect(retrying).rejects.toEqual(refusal('not_retryable'))
    expect(await retrying).toMatchObject({ status: 'QUEUED' })
    order.status = 'QUEUED'
    order.attempt += 1
    order.claimsLeft = CLAIMS
    order.lapses = 0
    order.puts += 1
  }
}

export class Hang extends OnOrder {
  protected async act(order: Order, viewer: Viewer) {
    const hanging = hangPortrait(order.id, viewer, { title: 'Me', description: '' })
    if (order.status === 'DELETED') return expect(hanging).rejects.toEqual(refusal('not_found'))
    if (order.status !== 'PAINTED') return expect(hanging).rejects.toEqual(refusal('not_finished'))
    if (order.isHung) return expect(hanging).rejects.toEqual(refusal('already_hung'))
    await hanging
    order.isHung = true
  }
}

export class Delete extends OnOrder {
  protected async act(order: Order, { id }: Viewer) {
    const deleting = deletePortrait(order.id, id)
    if (order.status === 'DELETED') return expect(deleting).rejects.toEqual(refusal('not_found'))
    await deleting
    order.status = 'DELETED'
    order.isHung = false
  }
}

/** Rows, pictures, hangings and puts in the queue are those of the model. */
export class Compare implements fc.AsyncCommand<Model, Real> {
  check = ({ orders }: Readonly<Model>) => orders.length > 0

  async run({ orders }: Model, { people }: Real) {
    const ids = orders.map(({ id }) => id)
    const rows = await db.portraitOrder.findMany({
      where: { personId: { in: people.map(({ id }) => id) } },
      include: { artwork: { include: { hangings: true } } },
    })
    const seen = rows.map(({ id, status, attempt, claimsLeft, artwork, paintingId }) => ({
      ...{ id, status: status as Status, attempt, claimsLeft },
      places: artwork?.hangings.length ?? 0,
      isPainted: paintingId !== null,
    }))
    const expected = orders
      .filter(({ status }) => status !== 'DELETED')
      .map(({ id, status, attempt, claimsLeft, isHung }) => ({
        ...{ id, status, attempt, claimsLeft },
        places: isHung ? 1 : 0,
        isPainted: status === 'PAINTED',
      }))
    const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id)
    expect(seen.sort(byId)).toEqual(expected.sort(byId))
    const pictures = await db.picture.count({ where: { ownerId: { in: people.map(({ id }) => id) } } })
    expect(pictures).toBe(expected.length + expected.filter(({ isPainted }) => isPainted).length)
    const puts = await db.outboxEntry.count({
      where: { OR: ids.map((id) => ({ key: { startsWith: `paint-${id}-` } })) },
    })
    expect(puts).toBe(orders.reduce((sum, order) => sum + order.puts, 0))
  }

  toString = () => 'Compare'
}
