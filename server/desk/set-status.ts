import { type DeskExhibition, type ExhibitionStatus, statusSteps } from '@/lib/contracts/desk'
import type { Viewer } from '@/server/accounts/viewer'
import { tags } from '@/server/cache/tags'
import { presentStatus } from '@/server/exhibitions/exhibition-card'
import { lightSoon } from '@/server/light/light-soon'
import { db, type Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { holdExhibition } from './hold-exhibition'
import { noteChange } from './note-change'
import { publishWorks } from './publish-works'
import { readDeskExhibition } from './read-exhibition'

interface Step {
  id: string
  /** The status that the curator saw. */
  from: ExhibitionStatus
  to: ExhibitionStatus
}

/**
 * Schedules, opens, closes, archives an exhibition or takes it back. What is to be shown must be whole: titles in both languages, works
 * that hang on their walls without overlapping, rooms within their budget.
 *
 * @throws {HouseError} as requireDeskAction; conflict when it is not (any more) in a state from which that leads; not_ready with
 *   the problems; hours_wrong
 */
export async function setExhibitionStatus(step: Step, viewer: Viewer | null): Promise<DeskExhibition> {
  await db.$transaction((tx) => take(step, viewer, tx))
  if (step.to === 'SCHEDULED' || step.to === 'OPEN') lightSoon(step.id)
  return readDeskExhibition(step.id, viewer)
}

async function take({ id, from, to }: Step, viewer: Viewer | null, tx: Transaction) {
  const { curator } = await holdExhibition(id, 'publish', viewer, tx)
  const { problems } = await readDeskExhibition(id, viewer, tx)
  const row = await tx.exhibition.findUniqueOrThrow({ where: { id } })
  const now = new Date()
  const present = presentStatus(row, now)
  if (present !== from || !statusSteps[present].includes(to)) fail('conflict')
  const isShown = to === 'SCHEDULED' || to === 'OPEN'
  if (isShown && problems.length > 0)
    fail('not_ready', { fields: { problems: problems.map(({ code }) => code).join() } })
  await tx.exhibition.update({
    where: { id },
    data: { status: to, ...hoursAfter(to, row, now), version: { increment: 1 } },
  })
  const published = to === 'OPEN' ? await publishWorks(id, tx) : []
  const also = [tags.exhibitions, ...published]
  const act = { exhibitionId: id, actorId: curator.id, what: to.toLowerCase(), detail: { from } }
  await noteChange({ ...act, also, isGone: !isShown }, tx)
}

/** Hours that fit the new status; what a curator does by hand moves the hour to now. */
function hoursAfter(
  to: ExhibitionStatus,
  { opensAt, closesAt }: { opensAt: Date | null; closesAt: Date | null },
  now: Date,
) {
  const isPast = closesAt !== null && closesAt <= now
  if (to === 'SCHEDULED') {
    const isWrong = opensAt === null || opensAt <= now || (closesAt !== null && closesAt <= opensAt)
    return isWrong ? fail('hours_wrong') : {}
  }
  // Who opens again what was closed means it to stay open.
  if (to === 'OPEN') return { opensAt: opensAt && opensAt <= now ? opensAt : now, closesAt: isPast ? null : closesAt }
  return to === 'CLOSED' ? { closesAt: isPast ? closesAt : now } : {}
}
