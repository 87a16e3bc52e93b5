import { photoLimits } from '@/lib/contracts/portraits'
import { fail } from '@/server/platform/errors'
import { readBytes } from './read-bytes'

/** What multipart adds around the file: boundaries, headers and the few fields. */
const OVERHEAD = 64 * 1024

const fileNames = ['photo', 'audio']

export interface UploadedFile {
  /** As the client says; never used as a path. */
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

export interface Form {
  fields: Record<string, string>
  file: UploadedFile | null
}

/**
 * A multipart body with at most one file, called `photo`, or `audio` for a recording.
 *
 * @throws {HouseError} unsupported_media_type, photo_too_large, photos_waiting, invalid_request (unreadable, a field twice, another file)
 */
export async function readForm(request: Request): Promise<Form> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(contentType)) fail('unsupported_media_type')
  const bytes = await readBytes(request, photoLimits.bytes + OVERHEAD, {
    tooLarge: 'photo_too_large',
    crowded: 'photos_waiting',
  })
  const form = await parse(bytes, contentType)
  const fields: Record<string, string> = {}
  let file: UploadedFile | null = null
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      if (Object.hasOwn(fields, name)) fail('invalid_request', { fields: { [name]: 'given more than once' } })
      fields[name] = value
      continue
    }
    if (!fileNames.includes(name) || file)
      fail('invalid_request', { fields: { [name]: 'only one file, called photo' } })
    if (value.size > photoLimits.bytes) fail('photo_too_large')
    file = { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) }
  }
  return { fields, file }
}

async function parse(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { 'content-type': contentType } }).formData()
  } catch (cause) {
    fail('invalid_request', { cause })
  }
}
