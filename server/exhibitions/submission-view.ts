import type { Prisma } from '@/generated/prisma/client'
import type { SubmissionState, SubmissionView } from '@/lib/contracts/submissions'
import { artworkSelect, artworkView } from '@/server/artworks/artwork-view'
import { callSelect, takesNow } from './takes-submissions'

export function submissionSelect(now = new Date()) {
  return {
    id: true,
    status: true,
    wantsChanges: true,
    note: true,
    submittedAt: true,
    exhibition: { select: { slug: true, titleEn: true, titleZh: true, ...callSelect } },
    artwork: { select: artworkSelect(now) },
    person: { select: { name: true } },
    steps: {
      select: { kind: true, note: true, createdAt: true, by: { select: { name: true } } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    },
  } as const satisfies Prisma.SubmissionSelect
}

type SubmissionRow = Prisma.SubmissionGetPayload<{ select: ReturnType<typeof submissionSelect> }>

export function submissionView({ exhibition, artwork, person, steps, ...row }: SubmissionRow): SubmissionView {
  const status = stateOf(row)
  return {
    id: row.id,
    status,
    note: row.note,
    exhibition: { slug: exhibition.slug, title: { en: exhibition.titleEn, zh: exhibition.titleZh } },
    artwork: artworkView(artwork),
    submittedBy: person.name,
    submittedAt: row.submittedAt.toISOString(),
    mayOfferAgain: (status === 'DECLINED' || status === 'CHANGES_ASKED') && takesNow(exhibition),
    steps: steps.map(({ kind, note, createdAt, by }) => ({
      kind,
      note,
      by: by?.name ?? null,
      at: createdAt.toISOString(),
    })),
  }
}

export function stateOf({ status, wantsChanges }: Pick<SubmissionRow, 'status' | 'wantsChanges'>): SubmissionState {
  return status === 'DECLINED' && wantsChanges ? 'CHANGES_ASKED' : status
}

/** The columns that a state stands for. */
export function columnsOf(state: SubmissionState) {
  return state === 'CHANGES_ASKED'
    ? ({ status: 'DECLINED', wantsChanges: true } as const)
    : ({ status: state, wantsChanges: false } as const)
}
