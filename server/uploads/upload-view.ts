import { type UploadView, uploadLimits } from '@/lib/contracts/uploads'

/** Where parts wait for the whole. */
export const uploadFolder = (uploadId: string) => `uploads/${uploadId}`
export const partKey = (uploadId: string, part: number) => `${uploadFolder(uploadId)}/${part}`

/** Parts of a file of so many bytes. */
export const partsOf = (bytes: number) => Math.ceil(bytes / uploadLimits.partBytes)

/** How long a part is; the last one is what remains. */
export function partLength(bytes: number, part: number): number {
  return Math.min(uploadLimits.partBytes, bytes - part * uploadLimits.partBytes)
}

export function uploadView({ id, bytes, received }: { id: string; bytes: number; received: number[] }): UploadView {
  const known = [...new Set(received)].sort((a, b) => a - b)
  return { id, partBytes: uploadLimits.partBytes, parts: partsOf(bytes), received: known }
}
