import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Collection, collectionSchema } from '@/collection/schema'

/** Reads and checks collection.json. @throws ZodError where it breaks its schema */
export const readCollection = async (): Promise<Collection> =>
  collectionSchema.parse(JSON.parse(await readFile(new URL('./collection.json', import.meta.url), 'utf8')))

/** Absolute path of a finished picture. */
export const picturePath = (id: string): string => fileURLToPath(new URL(`./pictures/${id}.webp`, import.meta.url))
