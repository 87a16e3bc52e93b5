import { db } from '@/server/platform/db'
import type { KeptStyle } from './read-kept-style'

/** Keeps what was learned from a work's picture, for this order and all later ones. */
export async function keepStudy(styleId: string, numbers: NonNullable<KeptStyle['numbers']>): Promise<void> {
  const { modelName, modelVersion, code, broadCode, target } = numbers
  await db.style.updateMany({
    where: { id: styleId },
    data: {
      modelName,
      modelVersion,
      code: Uint8Array.from(code),
      codeLength: code.byteLength / 4,
      broadCode: broadCode && Uint8Array.from(broadCode),
      target: target && Uint8Array.from(target),
    },
  })
}
