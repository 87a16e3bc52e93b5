import { db } from '@/server/platform/db'

/** A style as the database keeps it; numbers are float32, little-endian. */
export interface KeptStyle {
  id: string
  /** Null until the work has been studied. */
  numbers: {
    modelName: string
    modelVersion: string
    code: Uint8Array
    broadCode: Uint8Array | null
    target: Uint8Array | null
  } | null
  /** The picture to study; null for masters, and when the work is gone and nobody needed it any more. */
  pictureSha256: string | null
}

/** With its numbers, which are large: for those who paint with them. */
export async function readKeptStyle(id: string): Promise<KeptStyle> {
  const { code, modelName, modelVersion, ...row } = await db.style.findUniqueOrThrow({
    where: { id },
    select: { code: true, broadCode: true, target: true, modelName: true, modelVersion: true, pictureSha256: true },
  })
  const { broadCode, target, pictureSha256 } = row
  const numbers = code && modelName && modelVersion ? { modelName, modelVersion, code, broadCode, target } : null
  return { id, numbers, pictureSha256 }
}
