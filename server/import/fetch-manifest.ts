import { fail } from '@/server/platform/errors'
import { fetchSafely } from './fetch-safely'
import { type Manifest, readManifest } from './iiif-manifest'

const MOST_BYTES = 8 * 1024 * 1024
const accept = 'application/ld+json, application/json;q=0.9, */*;q=0.1'

/** Throws address_refused, fetch_failed, manifest_unreadable. */
export async function fetchManifest(url: string): Promise<Manifest> {
  const bytes = await fetchSafely(url, { accept, mostBytes: MOST_BYTES })
  return readManifest(parse(bytes))
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch (cause) {
    return fail('manifest_unreadable', { cause })
  }
}
