import { createHash } from 'node:crypto'
import type { Bilingual } from '@/lib/contracts/common'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { db, type Transaction } from '@/server/platform/db'
import { readHeldModels } from './held-models'
import { isNewerVersion } from './is-newer-version'
import { type Model, modelLabel } from './model'

export interface Master {
  id: string
  title: Bilingual
  artist: Bilingual
  year: string
  school: string
  /** Numbers as float32, little-endian: codes for fine and for broad strokes, and what refinement pulls a picture to, if the model refines. */
  fine: Uint8Array
  broad: Uint8Array
  target: Uint8Array | null
}

export interface ModelMasters extends Model {
  masters: readonly Master[]
}

interface Own {
  model: Model
  master: Master
  /** On the sheet, from 0. */
  position: number
  /** The house's own: it is first on every worker's list, so that its places are the same for all. */
  isHouse: boolean
}

interface Row {
  id: string
  position: number | null
  modelName: string | null
  modelVersion: string | null
  titleEn: string
  titleZh: string
  artistEn: string
  artistZh: string
  year: string
  school: string
  /** Of its numbers, hex; null where it has none. */
  digest: string | null
}

/** Workers that write at once come one after the other: each sees what the one before made of it. */
const LOCK = 7402320

/** Styles of all models in order, each id once: the first model that has it keeps it. */
function inOrder(models: readonly ModelMasters[]): Own[] {
  const found = new Map<string, Own>()
  for (const [n, { masters, ...model }] of models.entries())
    for (const master of masters)
      if (!found.has(master.id)) found.set(master.id, { model, master, position: found.size, isHouse: n === 0 })
  return [...found.values()]
}

function readRows(tx: Transaction, ids: string[]): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT "id", "position", "modelName", "modelVersion", "titleEn", "titleZh", "artistEn", "artistZh", "year", "school",
      encode(sha256("code" || coalesce("broadCode", '') || coalesce("target", '')), 'hex') AS "digest"
    FROM "Style" WHERE "position" IS NOT NULL OR "id" = ANY(${ids})`
}

/** A network that another living worker paints with: null in a row without numbers. */
function isHeld({ modelName, modelVersion }: Pick<Row, 'modelName' | 'modelVersion'>, held: ReadonlySet<string>) {
  return modelName !== null && modelVersion !== null && held.has(modelLabel({ name: modelName, version: modelVersion }))
}

/** Whether the row is ours to write: nobody else paints with its numbers, or ours are a newer version of them. */
function isOurs(row: Row, { model }: Own, held: ReadonlySet<string>): boolean {
  if (row.modelName === model.name && row.modelVersion === model.version) return true
  if (row.modelName === model.name && isNewerVersion(model.version, row.modelVersion ?? '')) return true
  return !isHeld(row, held)
}

const digestOf = ({ fine, broad, target }: Master) =>
  createHash('sha256')
    .update(fine)
    .update(broad)
    .update(target ?? '')
    .digest('hex')

const wordsOf = ({ title, artist, year, school }: Master) => ({
  titleEn: title.en,
  titleZh: title.zh,
  artistEn: artist.en,
  artistZh: artist.zh,
  year,
  school,
})

function isAsItShouldBe(row: Row, { model, master, position, isHouse }: Own): boolean {
  if (row.modelName !== model.name || row.modelVersion !== model.version || row.digest !== digestOf(master))
    return false
  // A worker with more networks before this one counts on; the others leave it there, or each would move it back for ever.
  const isInPlace = row.position === position || (!isHouse && row.position !== null && row.position > position)
  return isInPlace && Object.entries(wordsOf(master)).every(([name, word]) => row[name as keyof Row] === word)
}

async function write(tx: Transaction, { model, master, position }: Own): Promise<void> {
  const facts = {
    ...wordsOf(master),
    code: Uint8Array.from(master.fine),
    codeLength: master.fine.byteLength / 4,
    broadCode: Uint8Array.from(master.broad),
    target: master.target && Uint8Array.from(master.target),
    modelName: model.name,
    modelVersion: model.version,
    position,
  }
  await tx.style.upsert({ where: { id: master.id }, create: { id: master.id, ...facts }, update: facts })
}

/**
 * Brings the painter's own styles to what its models say, the house's model first; works painted with an earlier version keep their
 * rows. Numbers that another living worker paints with are left as they are, unless ours are a newer version, and so is its style on the sheet
 * where we do not have it; when that worker is gone, the next call takes over. Safe to repeat: what is right already is not written.
 *
 * @param workerId whose models these are; null for none that paints (the seed)
 * @returns ids of the styles that now have these models' numbers
 */
export async function saveMasters(models: readonly ModelMasters[], workerId: string | null = null): Promise<string[]> {
  const styles = inOrder(models)
  const ids = styles.map(({ master }) => master.id)
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`
    const [rows, held] = [await readRows(tx, ids), await readHeldModels(tx, workerId)]
    const byId = new Map(rows.map((row) => [row.id, row]))
    const ours = styles.filter((own) => {
      const row = byId.get(own.master.id)
      return !row || isOurs(row, own, held)
    })
    const gone = rows.filter((row) => row.position !== null && !ids.includes(row.id) && !isHeld(row, held))
    const stale = ours.filter((own) => {
      const row = byId.get(own.master.id)
      return !row || !isAsItShouldBe(row, own)
    })
    if (gone.length > 0)
      await tx.style.updateMany({ where: { id: { in: gone.map(({ id }) => id) } }, data: { position: null } })
    for (const own of stale) await write(tx, own)
    if (gone.length + stale.length > 0) await announceChange(tx, [tags.styles])
    return ours.map(({ master }) => master.id)
  })
}
