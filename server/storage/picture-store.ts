export interface StoredObject {
  key: string
  bytes: number
  modifiedAt: Date
}

/** Where bytes lie. Keys are relative, made by us alone: `files/ab/<sha256>`, `previews/<order>/<attempt>-<stage>`. */
export interface PictureStore {
  /** Whole or not at all; durable when it resolves. Writing an existing key again is allowed and changes nothing for the same bytes. */
  write(key: string, bytes: Uint8Array): Promise<void>
  /** Null when there is nothing under the key. */
  read(key: string): Promise<Buffer | null>
  /** Bytes under the key; null when there is nothing. */
  size(key: string): Promise<number | null>
  /** Everything under a folder, in no particular order. What was broken off while it was written is listed too, under a key of its own. */
  list(folder: string): AsyncIterable<StoredObject>
  remove(key: string): Promise<void>
  /** Everything under a folder. */
  removeAll(folder: string): Promise<void>
  /**
   * An address at which a browser may fetch the bytes itself until `expires`, where the store has such (S3's presigned GET); null
   * where everything goes through us. To be asked for somebody who may see them.
   */
  presign(key: string, expires: Date): Promise<string | null>
  /** Throws when bytes cannot be written. */
  check(): Promise<void>
  /** Makes the place where bytes will lie, where it is not there: once, before a house has its first picture. */
  prepare(): Promise<void>
}

export const fileKey = (sha256: string) => `files/${sha256.slice(0, 2)}/${sha256}`
export const previewFolder = (orderId: string) => `previews/${orderId}`
