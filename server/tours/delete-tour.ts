import type { Viewer } from '@/server/accounts/viewer'
import { tags } from '@/server/cache/tags'
import { noteChange } from '@/server/desk/note-change'
import { db } from '@/server/platform/db'
import { removeUnusedFiles } from '@/server/storage/remove-unused-files'
import { lockTour } from './lock-tour'

/** @throws {HouseError} not_signed_in, account_needed, forbidden, not_found, conflict */
export async function deleteTour(id: string, version: number, viewer: Viewer | null): Promise<void> {
  const voices = await db.$transaction(async (tx) => {
    const { editor, exhibitionId } = await lockTour(id, version, viewer, tx)
    const stops = await tx.tourStop.findMany({
      where: { tourId: id },
      select: { audioEnSha256: true, audioZhSha256: true },
    })
    await tx.tour.delete({ where: { id } })
    const act = { exhibitionId, actorId: editor.id, what: 'tour-deleted', also: [tags.tours(exhibitionId)] }
    await noteChange({ ...act, detail: { tourId: id } }, tx)
    return stops.flatMap((stop) => [stop.audioEnSha256 ?? [], stop.audioZhSha256 ?? []].flat())
  })
  await removeUnusedFiles(voices)
}
