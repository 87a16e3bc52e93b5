import { store } from '@/server/storage/store'
import { sampleKey } from './sample-key'

/** Keeps the example of a style, painted by `paint` (encoded) where there is none of this version yet. */
export async function keepSample(
  styleId: string,
  modelVersion: string,
  paint: () => Promise<Uint8Array>,
): Promise<void> {
  const key = sampleKey(styleId, modelVersion)
  if (await store.read(key)) return
  await store.removeAll(`samples/${styleId}`)
  await store.write(key, await paint())
}
