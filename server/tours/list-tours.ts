import type { TourView } from '@/lib/contracts/tours'
import type { Viewer } from '@/server/accounts/viewer'
import { catalogueRules, sizeOf } from '@/server/artworks/catalogue-rules'
import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { catalogueDb } from '@/server/platform/catalogue-db'
import { fail } from '@/server/platform/errors'
import { editorsSelect, isEditor } from './may-edit'
import { tourSelect, tourView } from './tour-view'

const published = namedCache<TourView[]>({ name: 'tours', ...catalogueRules })

/**
 * Tours of an exhibition that this person may enter; published ones that lead somewhere, and for those who may edit them all.
 *
 * @throws {HouseError} not_found
 */
export async function listTours(slug: string, viewer: Viewer | null): Promise<TourView[]> {
  const exhibition = (await readExhibition(slug, viewer)) ?? fail('not_found')
  const edited = viewer && (await catalogueDb.exhibition.findUnique({ where: { slug }, select: editorsSelect }))
  return edited && isEditor(viewer, edited) ? readAll(exhibition.id) : readPublished(exhibition.id)
}

async function readAll(exhibitionId: string): Promise<TourView[]> {
  const orderBy = [{ position: 'asc' }, { id: 'asc' }] as const
  const rows = await catalogueDb.tour.findMany({ where: { exhibitionId }, orderBy: [...orderBy], select: tourSelect })
  return rows.map(tourView)
}

/** The same for everybody; hall and catalogue page ask for them at each visit. */
export async function readPublished(exhibitionId: string): Promise<TourView[]> {
  const served = await published.read(exhibitionId, async () => {
    const tours = (await readAll(exhibitionId)).filter(({ isPublished, stops }) => isPublished && stops.length > 0)
    return { value: tours, tags: [tags.tours(exhibitionId)], bytes: sizeOf(tours) }
  })
  return served?.value ?? []
}
