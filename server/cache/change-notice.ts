import { z } from 'zod'

/** PostgreSQL channel on which changes are announced (LISTEN/NOTIFY). */
export const changeChannel = 'vernissage_change'
/** PostgreSQL takes less than 8000 bytes of payload. */
const MOST_BYTES = 7_900

const changeSchema = z.object({
  id: z.string(),
  /** Null: too many to name, so everything may have changed. */
  tags: z.array(z.string()).nullable(),
  /** What the tags name is not to be shown again, not even as last good copy. */
  isGone: z.boolean(),
})
type Change = z.infer<typeof changeSchema>

export function writeChange({ id, tags, isGone }: { id: string; tags: readonly string[]; isGone: boolean }): string {
  const payload = JSON.stringify({ id, tags: [...new Set(tags)], isGone })
  return Buffer.byteLength(payload) > MOST_BYTES ? JSON.stringify({ id, tags: null, isGone }) : payload
}

/** A notice that cannot be read says that something changed, not what. */
export function readChange(payload: string): Change {
  try {
    return changeSchema.parse(JSON.parse(payload))
  } catch {
    return { id: '', tags: null, isGone: false }
  }
}
