import sharp, { type Sharp } from 'sharp'
import type { PictureFormat, PictureWidth } from '@/lib/contracts/pictures'
import { db } from '@/server/platform/db'
import { shared } from '@/server/platform/shared'
import { sha256Of } from './describe-picture'
import { keepFile } from './keep-file'
import { fileKey } from './picture-store'
import { store } from './store'

export interface Derivative {
  sha256: string
  bytes: Buffer
  mimeType: string
}

const inFlight = shared('derivatives', () => new Map<string, Promise<Derivative | null>>())
const mimeTypes = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' } as const
const mimeType = (format: PictureFormat) => mimeTypes[format]

/** The same picture at the same likeness to the eye, each as small as it gets there: docs/decisions/0154. */
export function encodeDerivative(picture: Sharp, format: PictureFormat, width: number): Sharp {
  // The hall hangs no AVIF, and of the others neither of these widths: docs/decisions/0207.
  if (format === 'avif') return picture.avif({ quality: width < 2048 ? 63 : 70, effort: 2 })
  const isForPages = width === 512 || width === 768
  return format === 'webp'
    ? picture.webp({ quality: isForPages ? 78 : 86 })
    : picture.jpeg({ quality: isForPages ? 80 : 88 })
}

/** A derivative that was made before; null where there is none. */
export async function readDerivative(
  sourceSha256: string,
  width: number,
  format: PictureFormat,
): Promise<Derivative | null> {
  const row = await db.derivative.findUnique({ where: { sourceSha256_width_format: { sourceSha256, width, format } } })
  const bytes = row && (await store.read(fileKey(row.fileSha256)))
  return bytes ? { sha256: row.fileSha256, bytes, mimeType: mimeType(format) } : null
}

async function make(sourceSha256: string, width: number, format: PictureFormat): Promise<Derivative | null> {
  const source = await store.read(fileKey(sourceSha256))
  if (!source) return null
  const resized = sharp(source).resize({ width, withoutEnlargement: true })
  const encoded = encodeDerivative(resized, format, width)
  const { data: bytes, info } = await encoded.toBuffer({ resolveWithObject: true })
  const sha256 = sha256Of(bytes)
  await db.$transaction(async (tx) => {
    await keepFile(tx, { sha256, bytes: bytes.length, mimeType: mimeType(format) }, bytes)
    await tx.derivative.upsert({
      where: { sourceSha256_width_format: { sourceSha256, width, format } },
      create: { sourceSha256, width, format, height: info.height, fileSha256: sha256 },
      update: { height: info.height, fileSha256: sha256 },
    })
  })
  return { sha256, bytes, mimeType: mimeType(format) }
}

/**
 * A file at one of the house's widths, made on first demand and kept. Asked for many times at once it is made once a process.
 * Null when the source is gone.
 */
export async function ensureDerivative(
  sourceSha256: string,
  width: PictureWidth,
  format: PictureFormat,
): Promise<Derivative | null> {
  const kept = await readDerivative(sourceSha256, width, format)
  if (kept) return kept
  const key = `${sourceSha256}/${width}.${format}`
  const running = inFlight.get(key) ?? make(sourceSha256, width, format).finally(() => inFlight.delete(key))
  inFlight.set(key, running)
  return running
}
