import { fail } from '@/server/platform/errors'
import { sha256Of } from '@/server/storage/describe-picture'
import { store } from '@/server/storage/store'
import { partKey, partsOf } from './upload-view'

interface Arrived {
  id: string
  bytes: number
  sha256: string | null
}

/**
 * The parts of a file put together.
 *
 * @throws {HouseError} upload_incomplete while parts are missing, photo_damaged when the whole is not what was announced
 */
export async function wholeFile({ id, bytes, sha256 }: Arrived): Promise<Buffer> {
  const parts: Buffer[] = []
  for (let part = 0; part < partsOf(bytes); part++) {
    parts.push((await store.read(partKey(id, part))) ?? fail('upload_incomplete'))
  }
  const whole = Buffer.concat(parts)
  const isWhole = whole.length === bytes && (sha256 === null || sha256Of(whole) === sha256)
  return isWhole ? whole : fail('photo_damaged', { cause: 'not the bytes that were announced' })
}
