import fc from 'fast-check'
import { beforeAll, test, vi } from 'vitest'
import { makePerson } from '@/server/artworks/testing/records'
import { makeMaster } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import {
  Cancel,
  CancelAndComplete,
  ClaimIt,
  Compare,
  Complete,
  CompleteLate,
  Delete,
  Fail,
  Hang,
  Place,
  PlaceAgain,
  Retry,
} from './portrait-commands'
import type { Model, OnOrder, Real } from './portrait-model'
import { modelLimitMs, runModel } from './run-model'

vi.hoisted(() => {
  // What is modelled is the life of an order, not how many a person may place, nor the overload ladder.
  process.env.ORDERS_PER_MINUTE = '10000'
  process.env.ADMISSION_THRESHOLDS = '1000000,2000000,3000000,4000000'
})

const PEOPLE = 2

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
})

test(
  'an order lives as its model does, and a portrait hangs once',
  async () => {
    const index = fc.nat({ max: 30 })
    const kinds: (new (index: number) => OnOrder)[] = [
      ...[PlaceAgain, ClaimIt, ClaimIt, Complete, Complete, CompleteLate, Fail],
      ...[Cancel, CancelAndComplete, Retry, Hang, Hang, Delete],
    ]
    const commands: fc.Arbitrary<fc.AsyncCommand<Model, Real>>[] = [
      fc.tuple(fc.nat({ max: PEOPLE - 1 }), fc.integer({ min: 1, max: 3 })).map((wish) => new Place(...wish)),
      ...kinds.map((Kind) => index.map((number) => new Kind(number))),
      fc.constant(new Compare()),
    ]
    await runModel<Model, Real>('portraits', commands, async () => ({
      model: { orders: [] },
      real: { people: await Promise.all(Array.from({ length: PEOPLE }, () => makePerson())) },
    }))
  },
  modelLimitMs,
)
