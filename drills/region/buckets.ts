import { setTimeout as sleep } from 'node:timers/promises'
import type { PictureStore } from '@/server/storage/picture-store'
import { openS3Store } from '@/server/storage/s3-store'
import { startS3Server } from '@/server/storage/testing/s3-server'
import type { Settings } from '../house/template'

const PAUSE_MS = 200
/** Objects are in the other region so long after they were written. Stores promise minutes. */
const DELAY_MS = 2_000

type Server = Awaited<ReturnType<typeof startS3Server>>

export interface Bucket {
  server: Server
  store: PictureStore
}

export async function openBucket(name: string): Promise<Bucket> {
  const server = await startS3Server(name)
  const limits = { region: 'us-east-1', concurrency: 8, timeoutMs: 20_000 }
  return { server, store: openS3Store({ ...server, ...limits }) }
}

/** Settings of a region whose pictures lie in `own`, and come from `other` by replication. */
export function settingsOf({ server }: Bucket, other: Bucket, otherEndpoint: string): Settings {
  const { accessKeyId, secretAccessKey } = server.credentials
  return {
    S3_BUCKET: server.bucket,
    S3_ENDPOINT: server.endpoint,
    S3_OTHER_BUCKET: other.server.bucket,
    S3_OTHER_ENDPOINT: otherEndpoint,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  }
}

/** What stores do for two regions: every new object is carried over, both ways, some time after it was written, until it is stopped. Objects never change. */
export function replicate(one: Bucket, other: Bucket): { stop(): Promise<void> } {
  let isOver = false
  const carry = async (from: PictureStore, to: PictureStore, known: Set<string>) => {
    for await (const { key, modifiedAt } of from.list('files')) {
      if (known.has(key) || modifiedAt.getTime() > Date.now() - DELAY_MS) continue
      const bytes = (await to.size(key)) === null ? await from.read(key) : null
      if (bytes) await to.write(key, bytes)
      known.add(key)
    }
  }
  const running = (async () => {
    const [forth, back] = [new Set<string>(), new Set<string>()]
    while (!isOver) {
      await carry(one.store, other.store, forth)
      await carry(other.store, one.store, back)
      await sleep(PAUSE_MS)
    }
  })()
  return {
    stop: () => {
      isOver = true
      return running
    },
  }
}
