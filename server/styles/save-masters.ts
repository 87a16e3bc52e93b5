import type { Bilingual } from '@/lib/contracts/common'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'
import type { Model } from './model'

export interface Master {
  id: string
  title: Bilingual
  artist: Bilingual
  year: string
  school: string
  /** Numbers as float32, little-endian: codes for fine and for broad strokes, and what refinement pulls a picture to, if the model refines. */
  fine: Uint8Array
  broad: Uint8Array
  target: Uint8Array | null
}

export interface ModelMasters extends Model {
  masters: readonly Master[]
}

/** Styles of all models in order, each id once: the first model that has it keeps it. */
function inOrder(models: readonly ModelMasters[]): { model: Model; master: Master }[] {
  const found = new Map<string, { model: Model; master: Master }>()
  for (const { masters, ...model } of models)
    for (const master of masters) if (!found.has(master.id)) found.set(master.id, { model, master })
  return [...found.values()]
}

/**
 * Brings the painter's own styles to what its models say, the house's model first; works painted with an earlier version keep their
 * rows.
 */
export async function saveMasters(models: readonly ModelMasters[]): Promise<void> {
  const styles = inOrder(models)
  await db.$transaction(async (tx) => {
    await tx.style.updateMany({
      where: { position: { not: null }, id: { notIn: styles.map(({ master }) => master.id) } },
      data: { position: null },
    })
    for (const [position, { model, master }] of styles.entries()) {
      const facts = {
        titleEn: master.title.en,
        titleZh: master.title.zh,
        artistEn: master.artist.en,
        artistZh: master.artist.zh,
        year: master.year,
        school: master.school,
        code: Uint8Array.from(master.fine),
        codeLength: master.fine.byteLength / 4,
        broadCode: Uint8Array.from(master.broad),
        target: master.target && Uint8Array.from(master.target),
        modelName: model.name,
        modelVersion: model.version,
        position,
      }
      await tx.style.upsert({ where: { id: master.id }, create: { id: master.id, ...facts }, update: facts })
    }
    await announceChange(tx, [tags.styles])
  })
}
