import { z } from 'zod'

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()])

/** Where a page ended, newest first: the time and id of its last row. */
export interface PageCursor {
  createdAt: Date
  id: string
}

export function writeCursor({ createdAt, id }: PageCursor): string {
  return Buffer.from(JSON.stringify([createdAt.toISOString(), id])).toString('base64url')
}

/** Null for a cursor that we never gave out. */
export function readCursor(cursor: string): PageCursor | null {
  try {
    const [createdAt, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { createdAt: new Date(createdAt), id }
  } catch {
    return null
  }
}
