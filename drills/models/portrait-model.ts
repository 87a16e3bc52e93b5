import type fc from 'fast-check'
import type { Viewer } from '@/server/accounts/viewer'
import type { Claim } from '@/server/portraits/claim-order'

export type Status = 'QUEUED' | 'PAINTING' | 'PAINTED' | 'FAILED' | 'CANCELLED' | 'DELETED'

/** What the model knows of an order. */
export interface Order {
  id: string
  person: number
  key: string
  photo: Buffer
  status: Status
  attempt: number
  claimsLeft: number
  /** Claims that were taken over without a word of their holder. */
  lapses: number
  /** Times that it was put in the queue. */
  puts: number
  /** Every claim that was ever given out; the last one holds, if any does. */
  claims: Claim[]
  isHung: boolean
}

export interface Model {
  orders: Order[]
}
export interface Real {
  people: Viewer[]
}

/** Something that is done to one of the orders there are; the number is taken modulo how many. */
export abstract class OnOrder implements fc.AsyncCommand<Model, Real> {
  constructor(private readonly index: number) {}

  check = ({ orders }: Readonly<Model>) => orders.length > 0

  run({ orders }: Model, { people }: Real): Promise<void> {
    const order = orders[this.index % orders.length]
    const viewer = order && people[order.person]
    if (!order || !viewer) throw new Error('a command was run that should not have been')
    return this.act(order, viewer)
  }

  protected abstract act(order: Order, viewer: Viewer): Promise<void>
  toString = () => `${this.constructor.name} ${this.index}`
}
