import type { Bilingual } from '@/lib/contracts/common'
import { db } from '@/server/platform/db'

export interface Master {
  id: string
  title: Bilingual
  artist: Bilingual
  year: string
  school: string
  /** float32, little-endian. */
  code: Uint8Array
}

/** Brings the built-in styles to what the model's manifest says; works painted with an earlier version keep their rows. */
export async function saveMasters(model: { name: string; version: string }, masters: readonly Master[]): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.style.updateMany({
      where: { id: { notIn: masters.map((master) => master.id) } },
      data: { position: null },
    })
    for (const [position, master] of masters.entries()) {
      const facts = {
        titleEn: master.title.en,
        titleZh: master.title.zh,
        artistEn: master.artist.en,
        artistZh: master.artist.zh,
        year: master.year,
        school: master.school,
        code: Uint8Array.from(master.code),
        codeLength: master.code.byteLength / 4,
        modelName: model.name,
        modelVersion: model.version,
        position,
      }
      await tx.style.upsert({ where: { id: master.id }, create: { id: master.id, ...facts }, update: facts })
    }
  })
}
