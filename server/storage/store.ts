import path from 'node:path'
import { env } from '@/server/platform/env'
import { openLocalStore } from './local-store'
import type { PictureStore } from './picture-store'

/** S3's library takes 120 ms and 20 MB to load: only where it is needed, and when it is. */
function openLate(open: () => Promise<PictureStore>): PictureStore {
  let opened: Promise<PictureStore> | undefined
  const store = () => {
    opened ??= open()
    return opened
  }
  return {
    write: async (key, bytes) => (await store()).write(key, bytes),
    read: async (key) => (await store()).read(key),
    size: async (key) => (await store()).size(key),
    remove: async (key) => (await store()).remove(key),
    removeAll: async (folder) => (await store()).removeAll(folder),
    presign: async (key, expires) => (await store()).presign(key, expires),
    check: async () => (await store()).check(),
    list: async function* (folder) {
      yield* (await store()).list(folder)
    },
  }
}

function openStore(): PictureStore {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env
  if (!bucket) return openLocalStore(path.join(env.VERNISSAGE_DATA, 'pictures'))
  return openLate(async () =>
    (await import('./s3-store')).openS3Store({
      bucket,
      region: env.S3_REGION,
      endpoint: env.S3_ENDPOINT,
      publicEndpoint: env.S3_PUBLIC_ENDPOINT,
      concurrency: env.S3_CONCURRENCY,
      timeoutMs: env.S3_TIMEOUT_MS,
      ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
    }),
  )
}

/** The store of this installation. */
export const store: PictureStore = openStore()
