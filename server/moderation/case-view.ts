import type { Prisma } from '@/generated/prisma/client'
import { type CaseSubject, type CaseView, reportReasonSchema, reportSubjectKindSchema } from '@/lib/contracts/reports'
import { db, type Transaction } from '@/server/platform/db'
import type { FoundSubject } from './subject-kind'
import { subjects } from './subjects'

const SHOWN_REPORTS = 20

export const caseSelect = {
  id: true,
  subjectKind: true,
  subjectId: true,
  status: true,
  note: true,
  openedAt: true,
  decidedAt: true,
  reports: {
    select: { id: true, reason: true, text: true, createdAt: true },
    orderBy: { createdAt: 'desc' },
    take: SHOWN_REPORTS,
  },
  _count: { select: { reports: true } },
} as const satisfies Prisma.ModerationCaseSelect

type CaseRow = Prisma.ModerationCaseGetPayload<{ select: typeof caseSelect }>

/** Cases with what they are about, which is read once a kind; of kinds that this release does not know nothing is shown. */
export async function caseViews(rows: readonly CaseRow[], tx: Transaction = db): Promise<CaseView[]> {
  const found = new Map<string, FoundSubject>()
  for (const [kind, subjectKind] of Object.entries(subjects)) {
    const ids = rows.filter((row) => row.subjectKind === kind).map((row) => row.subjectId)
    if (ids.length === 0) continue
    for (const [id, subject] of await subjectKind.find(ids, tx)) found.set(`${kind} ${id}`, subject)
  }
  return rows.flatMap((row) => {
    const kind = reportSubjectKindSchema.safeParse(row.subjectKind)
    return kind.success ? [caseView(row, kind.data, found.get(`${kind.data} ${row.subjectId}`))] : []
  })
}

function caseView(row: CaseRow, subjectKind: CaseView['subjectKind'], found: FoundSubject | undefined): CaseView {
  return {
    id: row.id,
    subjectKind,
    subject: found ? shown(found) : null,
    status: row.status,
    note: row.note,
    openedAt: row.openedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    reportCount: row._count.reports,
    reports: row.reports.map(({ id, reason, text, createdAt }) => ({
      id,
      reason: reportReasonSchema.catch('other').parse(reason),
      text,
      createdAt: createdAt.toISOString(),
    })),
  }
}

function shown({ isPublic: _isPublic, ...subject }: FoundSubject): CaseSubject {
  return subject
}
