import type { ImportCanvasBody } from '@/lib/contracts/imports'
import { type FinishUploadResponse, uploadLimits } from '@/lib/contracts/uploads'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { addWork } from '@/server/artworks/add-work'
import { db } from '@/server/platform/db'
import { fail, HouseError } from '@/server/platform/errors'
import { describePicture, sha256Of } from '@/server/storage/describe-picture'
import { normaliseOriginal } from '@/server/storage/normalise-original'
import { removeUnusedFiles } from '@/server/storage/remove-unused-files'
import { fetchManifest } from './fetch-manifest'
import { fetchSafely } from './fetch-safely'
import type { ManifestWork } from './iiif-manifest'

/**
 * Takes one canvas of a IIIF manifest into the depot: its picture, its words, its rights and whom to credit. What was taken before is not
 * taken again.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, not_found for a canvas that is not in it, address_refused, fetch_failed,
 *   manifest_unreadable, and what normaliseOriginal throws
 */
export async function importCanvas(
  { url, canvasId }: ImportCanvasBody,
  viewer: Viewer | null,
): Promise<FinishUploadResponse> {
  const curator = requireRole(viewer, 'CURATOR')
  const where = { sourceUrl: canvasId, depotAt: { not: null } }
  const there = await db.artwork.findFirst({ where, select: { id: true } })
  if (there) return { artworkId: there.id, isDuplicate: true }
  const work = (await fetchManifest(url)).works.find(({ id }) => id === canvasId)
  if (!work) return fail('not_found')
  const source = await fetchPicture(work)
  const bytes = await normaliseOriginal(source)
  const facts = await describePicture(bytes)
  const arrived = { bytes, facts, sourceSha256: sha256Of(source), fileName: null }
  const wish = { as: 'depot', keepDuplicate: false } as const
  const answer = await db.$transaction((tx) => addWork(tx, wish, arrived, curator, labelOf(work)))
  await removeUnusedFiles([facts.sha256])
  return answer
}

/** From the first of its addresses that gives one. */
async function fetchPicture({ pictures }: ManifestWork): Promise<Buffer> {
  let refusal: unknown = new HouseError('fetch_failed')
  for (const address of pictures) {
    try {
      return await fetchSafely(address, { accept: 'image/jpeg, image/*;q=0.8', mostBytes: uploadLimits.bytes })
    } catch (thrown) {
      refusal = thrown
    }
  }
  throw refusal
}

function labelOf({ id, title, artist, year, medium, rights, credit }: ManifestWork) {
  const line = (words: string, most = 200) => words.slice(0, most)
  return {
    kind: 'IMPORTED' as const,
    sourceUrl: id,
    titleEn: line(title.en),
    titleZh: line(title.zh),
    artistEn: line(artist.en),
    artistZh: line(artist.zh),
    year: line(year, 60),
    mediumEn: line(medium.en),
    mediumZh: line(medium.zh),
    creditEn: line(credit.en, 500),
    creditZh: line(credit.zh, 500),
    rights: line(rights, 300),
  }
}
