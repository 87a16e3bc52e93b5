/** Outbox topic and job name of painting. */
export const paintTopic = 'paint-portrait'

/** One job for each time that an order is put in the queue: every put follows a claim or a retry, so `attempt` tells them apart. */
export function jobId(order: { id: string; attempt: number }): string {
  return `paint-${order.id}-${order.attempt}`
}
