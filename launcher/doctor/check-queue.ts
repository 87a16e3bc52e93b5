import type { Query } from '../../server/backup/table-checksums'
import { bad, type Finding, ok, warning } from './finding'

interface Figures {
  outboxAge: number
  queued: number
  queuedAge: number
  silent: number
  setAside: number
  workers: number
  notes: string[]
}

// Ages by the database's own clock; its timestamps are UTC without a zone.
const figures = `
  SELECT
    (SELECT coalesce(max(extract(epoch FROM now() AT TIME ZONE 'UTC' - "createdAt")), 0)::float8 FROM "OutboxEntry"
      WHERE "dispatchedAt" IS NULL) AS "outboxAge",
    count(*) FILTER (WHERE "status" = 'QUEUED')::int AS queued,
    coalesce(max(extract(epoch FROM now() AT TIME ZONE 'UTC' - "queuedAt")) FILTER (WHERE "status" = 'QUEUED'), 0)::float8 AS "queuedAge",
    count(*) FILTER (WHERE "status" = 'PAINTING' AND "heartbeatAt" < now() AT TIME ZONE 'UTC' - interval '20 seconds')::int AS silent,
    count(*) FILTER (WHERE "status" = 'FAILED' AND "failureCode" = 'set_aside')::int AS "setAside",
    (SELECT count(*)::int FROM "WorkerPresence" WHERE "seenAt" > now() AT TIME ZONE 'UTC' - interval '15 seconds') AS workers,
    (SELECT coalesce(array_agg(DISTINCT note), '{}') FROM "WorkerPresence", unnest("notes") AS note
      WHERE "seenAt" > now() AT TIME ZONE 'UTC' - interval '15 seconds') AS notes
  FROM "PortraitOrder" WHERE "status" IN ('QUEUED', 'PAINTING', 'FAILED')`

/** Whether what was accepted is on its way to a worker. @param isOpen whether the house is, so that somebody should be at work */
export async function checkQueue(query: Query, isOpen: boolean): Promise<Finding[]> {
  const [found] = await query<Figures & Record<string, unknown>>(figures)
  if (!found) throw new Error('PostgreSQL says nothing')
  const { outboxAge, queued, queuedAge, silent, setAside, workers, notes } = found
  const findings: Finding[] = []
  const see = 'docs/runbooks/stuck-queue.md'
  if (isOpen && outboxAge > 60)
    findings.push(
      bad(
        `An order has waited ${Math.round(outboxAge)} s for the way into the queue.`,
        `No sweeper leads, or the queue does not answer: ${see}.`,
      ),
    )
  const waits = `${queued} orders wait${queued > 0 ? `, the first for ${Math.round(queuedAge)} s` : ''}; ${workers} workers are heard.`
  if (isOpen && workers === 0) findings.push(bad(waits, `Start a worker: ${see}.`))
  else findings.push(queuedAge > 600 && isOpen ? warning(waits, `Start more workers: ${see}.`) : ok(waits))
  if (isOpen && silent > 0)
    findings.push(
      bad(`${silent} orders are in the hands of a worker that has fallen silent.`, `End that worker: ${see}.`),
    )
  if (setAside > 0)
    findings.push(
      warning(
        `${setAside} orders stopped two workers each and were set aside.`,
        `The operator's page retries them: ${see}.`,
      ),
    )
  return [
    ...findings,
    ...notes.map((note) => warning(note, 'Said by a worker; docs/runbooks/lost-gpu.md for execution providers.')),
  ]
}
