import { type DepotQuery, type Label, labelFields } from '@/lib/contracts/depot'
import type { Viewer } from '@/server/accounts/viewer'
import { csvLine } from '@/server/platform/csv-line'
import { listDepot } from './list-depot'

/** Works in one list; beyond, a search makes it smaller. */
const MOST_WORKS = 5_000

/**
 * The depot's labels as CSV (RFC 4180, UTF-8 with a byte order mark, which spreadsheets want), to be edited and brought back by `importLabels`.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden
 */
export async function exportLabels(query: DepotQuery, viewer: Viewer | null): Promise<string> {
  const lines = [['id', 'file', 'version', ...labelFields]]
  let cursor: string | undefined
  do {
    const page = await listDepot({ ...query, cursor }, viewer)
    for (const { artwork, fileName, version, label } of page.works) {
      lines.push([artwork.id, fileName ?? '', String(version), ...labelFields.map((field) => cellOf(label[field]))])
    }
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined && lines.length <= MOST_WORKS)
  return `\ufeff${lines.map(csvLine).join('')}`
}

const cellOf = (value: Label[keyof Label]) => (Array.isArray(value) ? value.join('; ') : String(value))
