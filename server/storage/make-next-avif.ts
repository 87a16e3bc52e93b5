import type { PictureWidth } from '@/lib/contracts/pictures'
import { db } from '@/server/platform/db'
import { ensureDerivative } from './ensure-derivative'

/** What could not be made is not tried again by this process. */
const given = new Set<string>()

/**
 * Makes one AVIF that a picture on public view lacks, the widths that pages show most first.
 *
 * @returns whether there was one to make
 */
export async function makeNextAvif(): Promise<boolean> {
  const [next] = await db.$queryRaw<{ sha256: string; width: PictureWidth }[]>`
    SELECT p."fileSha256" AS sha256, w.width FROM "Artwork" a JOIN "Picture" p ON p."id" = a."pictureId"
      CROSS JOIN unnest(ARRAY[768, 512, 1024, 256, 2048]) WITH ORDINALITY AS w(width, place)
    WHERE a."visibility" = 'PUBLIC' AND p."fileSha256" <> ALL(${[...given]}) AND NOT EXISTS (
      SELECT 1 FROM "Derivative" d WHERE d."sourceSha256" = p."fileSha256" AND d."width" = w.width AND d."format" = 'avif')
    ORDER BY w.place, a."createdAt" DESC LIMIT 1`
  if (!next) return false
  const made = await ensureDerivative(next.sha256, next.width, 'avif').catch(() => null)
  if (!made) given.add(next.sha256)
  return true
}
