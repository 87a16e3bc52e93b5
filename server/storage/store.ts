import path from 'node:path'
import { env } from '@/server/platform/env'
import { boundedStore } from './bounded-store'
import { openLocalStore } from './local-store'
import type { PictureStore } from './picture-store'
import { readElsewhere } from './read-elsewhere'

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
    prepare: async () => (await store()).prepare(),
    list: async function* (folder) {
      yield* (await store()).list(folder)
    },
  }
}

function openBucket(): PictureStore {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env
  const { S3_OTHER_BUCKET: otherBucket, S3_OTHER_ENDPOINT: otherEndpoint, S3_OTHER_REGION: otherRegion } = env
  return openLate(async () => {
    const { openS3Store } = await import('./s3-store')
    const shared = {
      region: env.S3_REGION,
      concurrency: env.S3_CONCURRENCY,
      timeoutMs: env.S3_TIMEOUT_MS,
      ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
    }
    const [endpoint, publicEndpoint] = [env.S3_ENDPOINT, env.S3_PUBLIC_ENDPOINT]
    const own = openS3Store({ ...shared, bucket: bucket ?? '', endpoint, publicEndpoint })
    if (!otherBucket) return own
    const other = { ...shared, bucket: otherBucket, endpoint: otherEndpoint, region: otherRegion ?? env.S3_REGION }
    return readElsewhere(own, openS3Store(other))
  })
}

/** Half of the process' threads for files (libuv's default is 4), so that a mount that hangs leaves the others to everything else. */
const fileThreads = Math.max(1, Math.floor(env.UV_THREADPOOL_SIZE / 2))

const openFolder = () =>
  boundedStore(openLocalStore(path.join(env.VERNISSAGE_DATA, 'pictures')), {
    size: fileThreads,
    waiting: 1_000,
    timeoutMs: 8_000,
  })

/** The store of this installation. */
export const store: PictureStore = env.S3_BUCKET ? openBucket() : openFolder()
