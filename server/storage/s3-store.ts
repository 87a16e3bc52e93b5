import { setTimeout as pause } from 'node:timers/promises'
import {
  type BucketLocationConstraint,
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { Bulkhead } from '@/server/platform/bulkhead'
import { fail, HouseError } from '@/server/platform/errors'
import { pictureContentType } from './photo-format'
import type { PictureStore, StoredObject } from './picture-store'

export interface S3Settings {
  bucket: string
  region: string
  /** Left out, Amazon's own. */
  endpoint?: string
  /** Address at which browsers reach the same bucket; left out, every picture goes through us. */
  publicEndpoint?: string
  /** Left out, what the surroundings give (environment, files, the machine's role). */
  credentials?: { accessKeyId: string; secretAccessKey: string }
  /** Requests at once; as many again times four may wait. */
  concurrency: number
  /** Longest that reading or writing one picture may take, tries included, ms. */
  timeoutMs: number
}

/** Larger ones are sent in parts of this size, each of which is tried again by itself (5 MiB at least, by S3's rules). */
const PART_BYTES = 8 * 1024 * 1024
/** An address is good for a week at most (AWS Signature Version 4, query parameters). */
const LONGEST_PRESIGNED_SECONDS = 7 * 24 * 60 * 60

function clientFor({ region, credentials, concurrency }: S3Settings, endpoint: string | undefined): S3Client {
  return new S3Client({
    region,
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(credentials && { credentials }),
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: 2_000,
      httpAgent: { maxSockets: concurrency, keepAlive: true },
      httpsAgent: { maxSockets: concurrency, keepAlive: true },
    },
    // The newer checksums in trailers are not known to most stores that are like S3; the signature covers the body as it is.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
}

const isMissing = (error: unknown) =>
  error instanceof NotFound ||
  error instanceof NoSuchKey ||
  (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404 && error.name !== 'NoSuchBucket')

/**
 * Pictures in a bucket of Amazon S3 or of anything that speaks its language. An object is there whole or not at all, and durable when it is
 * answered. Whatever goes wrong in between is `unavailable`: within the time limit, and for no more requests at once than the bulkhead lets through.
 */
export function openS3Store(settings: S3Settings): PictureStore {
  const { bucket: Bucket, concurrency, timeoutMs, endpoint, publicEndpoint } = settings
  const client = clientFor(settings, endpoint)
  const outside = publicEndpoint ? clientFor(settings, publicEndpoint) : null
  const bulkhead = new Bulkhead({ size: concurrency, waiting: concurrency * 4 })

  const ask = async <T>(work: (abortSignal: AbortSignal) => Promise<T>): Promise<T> => {
    try {
      // The time in line counts: whoever has waited too long is gone.
      const limit = AbortSignal.timeout(timeoutMs)
      return await bulkhead.run(() => {
        limit.throwIfAborted()
        return work(limit)
      })
    } catch (error) {
      if (error instanceof HouseError) throw error
      return fail('unavailable', { retryAfterSeconds: 5, cause: error })
    }
  }
  const orMissing = <T>(work: (abortSignal: AbortSignal) => Promise<T>) =>
    ask((signal) => work(signal).catch((error: unknown) => (isMissing(error) ? null : Promise.reject(error))))

  const write = async (Key: string, Body: Uint8Array) => {
    const object = { Bucket, Key, Body, ContentType: pictureContentType(Body) }
    await ask(async (abortSignal) => {
      if (Body.length <= PART_BYTES) return void (await client.send(new PutObjectCommand(object), { abortSignal }))
      const abortController = new AbortController()
      abortSignal.addEventListener('abort', () => abortController.abort(), { once: true })
      await new Upload({ client, params: object, partSize: PART_BYTES, queueSize: 2, abortController }).done()
    })
  }
  const remove = async (Key: string) =>
    void (await ask((abortSignal) => client.send(new DeleteObjectCommand({ Bucket, Key }), { abortSignal })))

  async function* list(folder: string): AsyncGenerator<StoredObject> {
    let ContinuationToken: string | undefined
    do {
      const command = new ListObjectsV2Command({ Bucket, Prefix: `${folder}/`, ContinuationToken })
      const page = await ask((abortSignal) => client.send(command, { abortSignal }))
      for (const { Key, Size, LastModified } of page.Contents ?? []) {
        if (Key) yield { key: Key, bytes: Size ?? 0, modifiedAt: LastModified ?? new Date(0) }
      }
      ContinuationToken = page.NextContinuationToken
    } while (ContinuationToken)
  }

  return {
    write,
    remove,
    list,
    read: (Key) =>
      orMissing(async (abortSignal) => {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }), { abortSignal })
        // The body comes after the answer, and may hang by itself.
        const bytes = Body && (await Promise.race([Body.transformToByteArray(), whenAborted(abortSignal)]))
        return bytes ? Buffer.from(bytes) : null
      }),
    size: (Key) =>
      orMissing(async (abortSignal) => {
        const { ContentLength } = await client.send(new HeadObjectCommand({ Bucket, Key }), { abortSignal })
        return ContentLength ?? 0
      }),
    removeAll: async (folder) => {
      for await (const { key } of list(folder)) await remove(key)
    },
    presign: async (Key, expires) => {
      if (!outside) return null
      const seconds = Math.ceil((expires.getTime() - Date.now()) / 1_000)
      const expiresIn = Math.min(LONGEST_PRESIGNED_SECONDS, Math.max(1, seconds))
      return getSignedUrl(outside, new GetObjectCommand({ Bucket, Key }), { expiresIn })
    },
    check: async () => {
      // In no folder: a server that keeps them as such may take an emptied one away while another process writes into it.
      const key = `check-${process.pid}-${Date.now()}`
      await write(key, Buffer.from('ok'))
      await remove(key)
    },
    prepare: () => makeBucket(client, settings),
  }
}

/** Where a bucket is only hidden from us, nothing is made: writing will tell. */
async function makeBucket(
  client: S3Client,
  { bucket: Bucket, region, endpoint, timeoutMs }: S3Settings,
): Promise<void> {
  const options = { abortSignal: AbortSignal.timeout(timeoutMs) }
  const isThere = () =>
    client.send(new HeadBucketCommand({ Bucket }), options).then(
      () => true,
      (error: unknown) => !(error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404),
    )
  if (await isThere()) return
  // Amazon alone, and not in its first region, wants to be told where.
  const isElsewhere = endpoint === undefined && region !== 'us-east-1'
  const LocationConstraint = region as BucketLocationConstraint
  const wish = { Bucket, ...(isElsewhere && { CreateBucketConfiguration: { LocationConstraint } }) }
  try {
    await client.send(new CreateBucketCommand(wish), options)
  } catch (cause) {
    // Of two that start at once one is told, in words that differ from server to server, that it is there already.
    if (await isThere()) return
    throw new Error(`The bucket ${Bucket} is not there and could not be made: make it, or name another in S3_BUCKET.`, {
      cause,
    })
  }
}

async function whenAborted(signal: AbortSignal): Promise<never> {
  await pause(2 ** 31 - 1, undefined, { signal, ref: false })
  throw signal.reason
}
