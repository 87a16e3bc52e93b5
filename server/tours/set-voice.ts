import { createHash } from 'node:crypto'
import { audioLimits, type TourView } from '@/lib/contracts/tours'
import type { Viewer } from '@/server/accounts/viewer'
import { tags } from '@/server/cache/tags'
import { noteChange } from '@/server/desk/note-change'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { keepFile } from '@/server/storage/keep-file'
import { removeUnusedFiles } from '@/server/storage/remove-unused-files'
import { audioFormat } from './audio-format'
import { lockTour } from './lock-tour'
import { tourSelect, tourView } from './tour-view'

interface Voice {
  stopId: string
  language: 'en' | 'zh'
  /** Null takes the recording away. */
  bytes: Uint8Array | null
}

/**
 * Gives a stop a recorded voice in one language, or takes it away.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, not_found, audio_too_large, audio_unsupported
 */
export async function setVoice({ stopId, language, bytes }: Voice, viewer: Viewer | null): Promise<TourView> {
  const facts = bytes && factsOf(bytes)
  const { view, replaced } = await db.$transaction(async (tx) => {
    const select = { tourId: true } as const
    const { tourId } = (await tx.tourStop.findUnique({ where: { id: stopId }, select })) ?? fail('not_found')
    const { editor, exhibitionId } = await lockTour(tourId, null, viewer, tx)
    const column = language === 'en' ? 'audioEnSha256' : 'audioZhSha256'
    const before = (await tx.tourStop.findUnique({ where: { id: stopId } })) ?? fail('not_found')
    if (bytes && facts) await keepFile(tx, facts, bytes)
    await tx.tourStop.update({ where: { id: stopId }, data: { [column]: facts?.sha256 ?? null } })
    const row = await tx.tour.update({
      where: { id: tourId },
      data: { version: { increment: 1 } },
      select: tourSelect,
    })
    const act = { exhibitionId, actorId: editor.id, what: 'tour-voice-changed', also: [tags.tours(exhibitionId)] }
    await noteChange({ ...act, detail: { tourId, stopId, language, isThere: facts !== null } }, tx)
    return { view: tourView(row), replaced: before[column] }
  })
  if (replaced && replaced !== facts?.sha256) await removeUnusedFiles([replaced])
  return view
}

function factsOf(bytes: Uint8Array) {
  if (bytes.length > audioLimits.bytes) fail('audio_too_large')
  const mimeType = audioFormat(bytes) ?? fail('audio_unsupported')
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, mimeType }
}
