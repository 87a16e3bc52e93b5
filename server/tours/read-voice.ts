import type { Viewer } from '@/server/accounts/viewer'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { catalogueDb } from '@/server/platform/catalogue-db'
import { fail } from '@/server/platform/errors'
import { fileKey } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import { editorsSelect, isEditor } from './may-edit'

/**
 * A stop's recorded voice, for whoever may hear its tour.
 *
 * @throws {HouseError} not_found
 */
export async function readVoice(
  { stopId, language, version }: { stopId: string; language: 'en' | 'zh'; version: string },
  viewer: Viewer | null,
): Promise<{ bytes: Buffer; mimeType: string; sha256: string }> {
  const file = { select: { sha256: true, mimeType: true } } as const
  const exhibition = { select: { slug: true, ...editorsSelect } } as const
  const stop = await catalogueDb.tourStop.findUnique({
    where: { id: stopId },
    select: { audioEn: file, audioZh: file, tour: { select: { isPublished: true, exhibition } } },
  })
  const voice = language === 'en' ? stop?.audioEn : stop?.audioZh
  if (!stop || !voice?.sha256.startsWith(version)) fail('not_found')
  const { tour } = stop
  const mayHear = isEditor(viewer, tour.exhibition) || tour.isPublished
  if (!mayHear || !(await readExhibition(tour.exhibition.slug, viewer))) fail('not_found')
  const bytes = (await store.read(fileKey(voice.sha256))) ?? fail('not_found')
  return { bytes, ...voice }
}
