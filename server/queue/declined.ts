/** Thrown by a job's handler that leaves the job to another worker: it goes back into the queue for a while, and no try of it is used up. */
export class Declined extends Error {
  constructor(
    readonly delayMs: number,
    reason: string,
  ) {
    super(reason)
    this.name = 'Declined'
  }
}
