import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { store } from '@/server/storage/store'
import { sampleKey } from './sample-key'

/** A small example in a style of a network that was dropped in, encoded. Throws not_found. */
export async function readSample(styleId: string): Promise<Buffer> {
  const style = await db.style.findFirst({
    where: { id: styleId, position: { not: null } },
    select: { modelVersion: true },
  })
  const bytes = style?.modelVersion ? await store.read(sampleKey(styleId, style.modelVersion)) : null
  return bytes ?? fail('not_found')
}
