import { idSchema } from '@/lib/contracts/common'
import type { ImportLabelsBody, ImportReport, ImportRow, Label } from '@/lib/contracts/depot'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { db, type Transaction } from '@/server/platform/db'
import { type LabelRow, type Problem, readLabelRows } from './read-label-rows'
import { type LabelChange, writeLabels } from './write-labels'

/** Long lists take their time. */
const limits = { timeout: 60_000, maxWait: 10_000 }

/**
 * Brings labels from a CSV list into the depot: all lines or none. A dry run only tells what would change and every line that is wrong; so
 * does a list with a wrong line.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, import_refused, conflict when a work was changed meanwhile
 */
export async function importLabels({ csv, isDryRun }: ImportLabelsBody, viewer: Viewer | null): Promise<ImportReport> {
  const curator = requireRole(viewer, 'CURATOR')
  const { rows, unknownColumns } = readLabelRows(csv)
  return db.$transaction(async (tx) => {
    const find = await worksOf(rows, tx)
    const judged = judge(rows, find)
    const badRows = judged.filter(({ row }) => row.problems.length > 0).length
    const wishes = judged.flatMap(({ wish }) => wish ?? [])
    const isApplied = !isDryRun && badRows === 0 && wishes.length > 0
    if (isApplied) {
      await writeLabels(tx, wishes)
      const detail = { works: wishes.length }
      const subject = { subjectType: 'person' as const, subjectId: curator.id }
      await recordAudit(tx, { actorId: curator.id, action: 'depot.labels-imported', ...subject, detail })
    }
    return { unknownColumns, rows: judged.map(({ row }) => row), changedWorks: wishes.length, badRows, isApplied }
  }, limits)
}

type Work = Label & { id: string; version: number; fileName: string | null }
type Find = (row: LabelRow) => Work | Problem

/** By id where one is given, else by the name of the file that the work came in. */
async function worksOf(rows: readonly LabelRow[], tx: Transaction): Promise<Find> {
  const ids = rows.flatMap(({ id }) => (idSchema.safeParse(id).success ? (id ?? []) : []))
  const files = rows.flatMap(({ id, file }) => (id === null ? (file ?? []) : []))
  const works = await tx.artwork.findMany({
    where: { depotAt: { not: null }, OR: [{ id: { in: ids } }, { fileName: { in: files } }] },
    omit: { searchText: true },
  })
  const byId = new Map(works.map((work) => [work.id, work]))
  const timesOf = new Map<string | null, number>()
  for (const { fileName } of works) timesOf.set(fileName, (timesOf.get(fileName) ?? 0) + 1)
  const byFile = new Map(works.map((work) => [work.fileName, work]))
  return ({ id, file }) => {
    if (id !== null) return byId.get(id) ?? { column: 'id', code: 'unknown_work' }
    if ((timesOf.get(file) ?? 0) > 1) return { column: 'file', code: 'ambiguous_file' }
    return byFile.get(file) ?? { column: 'file', code: 'unknown_work' }
  }
}

interface Judged {
  row: ImportRow
  /** What to write; null where nothing would change. */
  wish: LabelChange | null
}

function judge(rows: readonly LabelRow[], find: Find): Judged[] {
  const seen = new Set<string>()
  return rows.map((given) => {
    const { line, changes } = given
    const found = given.id === null && given.file === null ? null : find(given)
    const problems = [...given.problems]
    if (!found || 'code' in found) {
      if (found) problems.push(found)
      return { row: { line, title: null, changed: [], problems }, wish: null }
    }
    if (seen.has(found.id)) problems.push({ column: 'id', code: 'twice' })
    seen.add(found.id)
    const changed = (Object.keys(changes) as (keyof Label)[]).filter((field) => !isSame(found[field], changes[field]))
    // A list lies on a desk for days: what somebody changed here since it was written is not overwritten.
    const isOvertaken = changed.length > 0 && given.version !== null && given.version !== found.version
    if (isOvertaken) problems.push({ column: 'version', code: 'changed_meanwhile' })
    const wish = changed.length > 0 ? { id: found.id, version: found.version, changes } : null
    return { row: { line, title: found.titleEn, changed, problems }, wish }
  })
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
