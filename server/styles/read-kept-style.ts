import { db } from '@/server/platform/db'
import { shared } from '@/server/platform/shared'

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

/** Styles that a worker keeps in memory, the least recently used first. */
const mostKept = 64
const kept = () => shared('kept-styles', () => new Map<string, { updatedAt: number; style: KeptStyle }>())

/**
 * With its numbers, which are large: for those who paint with them. A style that has not changed since it was last read comes from memory,
 * and is then the very same object.
 */
export async function readKeptStyle(id: string): Promise<KeptStyle> {
  const row = await db.style.findUniqueOrThrow({ where: { id }, select: { updatedAt: true } })
  const [styles, updatedAt] = [kept(), row.updatedAt.getTime()]
  const earlier = styles.get(id)
  styles.delete(id)
  const style = earlier?.updatedAt === updatedAt ? earlier.style : await readStyle(id)
  styles.set(id, { updatedAt, style })
  const [oldest] = styles.keys()
  if (styles.size > mostKept && oldest !== undefined) styles.delete(oldest)
  return style
}

async function readStyle(id: string): Promise<KeptStyle> {
  const { code, modelName, modelVersion, ...row } = await db.style.findUniqueOrThrow({
    where: { id },
    select: { code: true, broadCode: true, target: true, modelName: true, modelVersion: true, pictureSha256: true },
  })
  const { broadCode, target, pictureSha256 } = row
  const numbers = code && modelName && modelVersion ? { modelName, modelVersion, code, broadCode, target } : null
  return { id, numbers, pictureSha256 }
}
