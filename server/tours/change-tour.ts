import type { ChangeTourBody, TourView } from '@/lib/contracts/tours'
import type { Viewer } from '@/server/accounts/viewer'
import { tags } from '@/server/cache/tags'
import { noteChange } from '@/server/desk/note-change'
import { db, type Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { removeUnusedFiles } from '@/server/storage/remove-unused-files'
import { lockTour } from './lock-tour'
import { tourSelect, tourView } from './tour-view'

/**
 * Makes a tour what is wished, stops and their order included, or leaves all of it as it was.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, not_found, conflict when it was changed since `version`, invalid_request
 * for a work that does not hang in the exhibition or a stop of another tour
 */
export async function changeTour(id: string, wish: ChangeTourBody, viewer: Viewer | null): Promise<TourView> {
  const { view, voices } = await db.$transaction(async (tx) => {
    const { editor, exhibitionId } = await lockTour(id, wish.version, viewer, tx)
    await requireHanging(wish, exhibitionId, tx)
    const removed = await writeStops(id, wish, tx)
    const { title, text, isPublished } = wish
    const words = { titleEn: title.en, titleZh: title.zh, textEn: text.en, textZh: text.zh, isPublished }
    const row = await tx.tour.update({
      where: { id },
      data: { ...words, version: { increment: 1 } },
      select: tourSelect,
    })
    const act = { exhibitionId, actorId: editor.id, what: 'tour-changed', also: [tags.tours(exhibitionId)] }
    await noteChange({ ...act, detail: { tourId: id, version: row.version, isPublished } }, tx)
    return { view: tourView(row), voices: removed }
  })
  await removeUnusedFiles(voices)
  return view
}

async function requireHanging({ stops }: ChangeTourBody, exhibitionId: string, tx: Transaction): Promise<void> {
  const hung = await tx.hanging.findMany({ where: { room: { exhibitionId } }, select: { artworkId: true } })
  const works = new Set(hung.map(({ artworkId }) => artworkId))
  const strange = stops.findIndex(({ artworkId }) => !works.has(artworkId))
  if (strange >= 0) fail('invalid_request', { fields: { [`stops.${strange}.artworkId`]: 'does not hang here' } })
}

/** Answers the voices that were recorded for stops that are no more. */
async function writeStops(tourId: string, { stops }: ChangeTourBody, tx: Transaction): Promise<string[]> {
  const present = await tx.tourStop.findMany({ where: { tourId } })
  const known = new Map(present.map((stop) => [stop.id, stop]))
  const kept = new Set(stops.flatMap(({ id }) => id ?? []))
  const strange = stops.findIndex(({ id }) => id !== undefined && !known.has(id))
  if (strange >= 0 || kept.size < stops.filter(({ id }) => id).length) {
    fail('invalid_request', { fields: { [`stops.${Math.max(0, strange)}.id`]: 'not a stop of this tour' } })
  }
  const gone = present.filter(({ id }) => !kept.has(id))
  await tx.tourStop.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } })
  for (const [position, { id, artworkId, text, pauseSeconds }] of stops.entries()) {
    const data = { position, artworkId, textEn: text.en, textZh: text.zh, pauseSeconds }
    if (id === undefined) await tx.tourStop.create({ data: { tourId, ...data } })
    else await tx.tourStop.update({ where: { id }, data })
  }
  return gone.flatMap(({ audioEnSha256, audioZhSha256 }) => [audioEnSha256 ?? [], audioZhSha256 ?? []].flat())
}
