import type { DecideSubmissionBody, SubmissionView } from '@/lib/contracts/submissions'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { requireDeskAction } from '@/server/desk/require-desk-action'
import { announceNotices } from '@/server/notices/announce-notices'
import { tell } from '@/server/notices/tell'
import { db, type Transaction } from '@/server/platform/db'
import { fail, HouseError } from '@/server/platform/errors'
import { hangArtwork } from './hang-artwork'
import { columnsOf, submissionSelect, submissionView } from './submission-view'

interface Decision extends DecideSubmissionBody {
  submissionId: string
}

/**
 * Accepts an offered work into the depot, and hangs it in the first room with a free place where that is wished; declines it; or asks
 * for changes. Its artist is told. Once: the second of two curators reads `conflict`.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, not_found, note_needed, conflict, already_hung, room_full, work_hidden
 */
export async function decideSubmission(decision: Decision, viewer: Viewer | null): Promise<SubmissionView> {
  const curator = requireRole(viewer, 'CURATOR')
  if (decision.decision === 'CHANGES_ASKED' && decision.note === '') fail('note_needed')
  const { view, artistId } = await db.$transaction((tx) => decide(decision, curator, tx))
  await announceNotices([artistId])
  return view
}

async function decide({ submissionId, decision, note, isHung }: Decision, curator: Viewer, tx: Transaction) {
  await tx.$queryRaw`SELECT 1 FROM "Submission" WHERE "id" = ${submissionId} FOR UPDATE`
  const offered = await tx.submission.findUnique({
    where: { id: submissionId },
    select: {
      status: true,
      artworkId: true,
      exhibitionId: true,
      personId: true,
      exhibition: { select: { rooms: { select: { id: true }, orderBy: { position: 'asc' } } } },
    },
  })
  if (!offered) fail('not_found')
  await requireDeskAction(offered.exhibitionId, 'edit', curator, tx)
  if (offered.status !== 'PENDING') fail('conflict')
  const { artworkId, personId: artistId } = offered
  if (decision === 'ACCEPTED') {
    const now = new Date()
    await tx.artwork.updateMany({ where: { id: artworkId, depotAt: null }, data: { depotAt: now } })
    const rooms = offered.exhibition.rooms.map((room) => room.id)
    if (isHung) await hangInFirstFreeRoom(artworkId, rooms, curator.id, tx)
  }
  await tx.submissionStep.create({ data: { submissionId, kind: decision, note, byId: curator.id } })
  const row = await tx.submission.update({
    where: { id: submissionId },
    data: { ...columnsOf(decision), note, decidedById: curator.id, decidedAt: new Date() },
    select: submissionSelect(),
  })
  const subject = { subjectType: 'submission' as const, subjectId: submissionId }
  const actions = {
    ACCEPTED: 'submission.accepted',
    DECLINED: 'submission.declined',
    CHANGES_ASKED: 'submission.changes-asked',
  } as const
  await recordAudit(tx, { actorId: curator.id, action: actions[decision], ...subject })
  const view = submissionView(row)
  const { artwork, exhibition } = view
  await tell(tx, [artistId], { kind: 'submission-decided', decision, work: artwork.title, exhibition, note })
  return { view, artistId }
}

async function hangInFirstFreeRoom(artworkId: string, rooms: string[], actorId: string, tx: Transaction) {
  for (const roomId of rooms) {
    try {
      return await hangArtwork({ artworkId, roomId, actorId }, tx)
    } catch (thrown) {
      const isFull = thrown instanceof HouseError && thrown.code === 'room_full'
      if (!isFull) throw thrown
    }
  }
  return fail('room_full')
}
