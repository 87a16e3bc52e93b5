import type { SubmissionView } from '@/lib/contracts/submissions'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { db, type Transaction } from '@/server/platform/db'
import { fail, HouseError } from '@/server/platform/errors'
import { hangArtwork } from './hang-artwork'
import { submissionSelect, submissionView } from './submission-view'

interface Decision {
  submissionId: string
  decision: 'ACCEPTED' | 'DECLINED'
  note: string
}

/**
 * Accepts an offered work, which hangs it in the first room with a free place, or declines it. Once: the second of two curators
 * reads `conflict`.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, not_found, conflict, already_hung, room_full
 */
export async function decideSubmission(decision: Decision, viewer: Viewer | null): Promise<SubmissionView> {
  const curator = requireRole(viewer, 'CURATOR')
  return db.$transaction((tx) => decide(decision, curator, tx))
}

async function decide({ submissionId, decision, note }: Decision, curator: Viewer, tx: Transaction) {
  await tx.$queryRaw`SELECT 1 FROM "Submission" WHERE "id" = ${submissionId} FOR UPDATE`
  const offered = await tx.submission.findUnique({
    where: { id: submissionId },
    select: {
      status: true,
      artworkId: true,
      exhibition: { select: { rooms: { select: { id: true }, orderBy: { position: 'asc' } } } },
    },
  })
  if (!offered) fail('not_found')
  if (offered.status !== 'PENDING') fail('conflict')
  if (decision === 'ACCEPTED') {
    const rooms = offered.exhibition.rooms.map((room) => room.id)
    await hangInFirstFreeRoom(offered.artworkId, rooms, curator.id, tx)
  }
  const row = await tx.submission.update({
    where: { id: submissionId },
    data: { status: decision, note, decidedById: curator.id, decidedAt: new Date() },
    select: submissionSelect(),
  })
  const subject = { subjectType: 'submission' as const, subjectId: submissionId }
  const action = decision === 'ACCEPTED' ? 'submission.accepted' : 'submission.declined'
  await recordAudit(tx, { actorId: curator.id, action, ...subject })
  return submissionView(row)
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
