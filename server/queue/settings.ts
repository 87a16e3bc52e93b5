/** One queue carries every job; names tell them apart. */
export const queueName = 'vernissage'

/** Schema of the queue's own tables on the PostgreSQL back end: apart from ours, so that migrations never see them. BullMQ's own default, which it takes for a pool of ours. */
export const queueSchema = 'bullmq'

/**
 * How soon the orders of a killed worker run again: lock + stalled interval. The same in every worker, since mixed
 * settings were measured at 25 s on Redis.
 */
export const lockDurationMs = 5_000
export const stalledIntervalMs = 2_500

/** Tries of one job, with pauses of about 1, 2, 4 s; the order's own claims (PortraitOrder.claimsLeft) are the last word. */
export const jobOptions = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
  // Finished jobs go at once: the rows in PostgreSQL are the record, and a lost job can be added again under its id.
  removeOnComplete: true,
  removeOnFail: true,
}

/** How long a job that this worker does not know waits before it is offered to one of the workers again. */
export const strangeJobDelayMs = 2_000
