import type { Operation } from './operation'

/** Everything that the clients of one drill have done. */
export class History {
  readonly operations: Operation[] = []

  add(operation: Operation): void {
    this.operations.push(operation)
  }

  /** Ids of the orders that were acknowledged. */
  acceptedOrders(): string[] {
    return this.operations.flatMap((operation) =>
      operation.kind === 'order' && operation.outcome === 'ok' && operation.orderId ? [operation.orderId] : [],
    )
  }

  count(outcome: Operation['outcome']): number {
    return this.operations.filter((operation) => operation.outcome === outcome).length
  }
}
