import { type CreateTourBody, type TourView, tourLimits } from '@/lib/contracts/tours'
import type { Viewer } from '@/server/accounts/viewer'
import { tags } from '@/server/cache/tags'
import { noteChange } from '@/server/desk/note-change'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { requireEditor } from './may-edit'
import { tourSelect, tourView } from './tour-view'

/**
 * Begins a tour; nobody else finds it until it is published.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, not_found, conflict for one exhibition's 21st
 */
export async function createTour(
  slug: string,
  { title, text }: CreateTourBody,
  viewer: Viewer | null,
): Promise<TourView> {
  return db.$transaction(async (tx) => {
    const { editor, exhibitionId } = await requireEditor({ slug }, viewer, tx)
    await tx.$queryRaw`SELECT 1 FROM "Exhibition" WHERE "id" = ${exhibitionId} FOR NO KEY UPDATE`
    const position = await tx.tour.count({ where: { exhibitionId } })
    if (position >= tourLimits.tours) fail('conflict')
    const words = { titleEn: title.en, titleZh: title.zh, textEn: text.en, textZh: text.zh }
    const row = await tx.tour.create({ data: { exhibitionId, position, ...words }, select: tourSelect })
    const act = { exhibitionId, actorId: editor.id, what: 'tour-created', also: [tags.tours(exhibitionId)] }
    await noteChange({ ...act, detail: { tourId: row.id } }, tx)
    return tourView(row)
  })
}
