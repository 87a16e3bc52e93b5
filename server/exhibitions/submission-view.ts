import type { Prisma } from '@/generated/prisma/client'
import type { SubmissionView } from '@/lib/contracts/submissions'
import { artworkSelect, artworkView } from '@/server/artworks/artwork-view'

export function submissionSelect(now = new Date()) {
  return {
    id: true,
    status: true,
    note: true,
    createdAt: true,
    exhibition: { select: { slug: true, titleEn: true, titleZh: true } },
    artwork: { select: artworkSelect(now) },
    person: { select: { name: true } },
  } as const satisfies Prisma.SubmissionSelect
}

type SubmissionRow = Prisma.SubmissionGetPayload<{ select: ReturnType<typeof submissionSelect> }>

export function submissionView({ exhibition, artwork, person, ...row }: SubmissionRow): SubmissionView {
  return {
    id: row.id,
    status: row.status,
    note: row.note,
    exhibition: { slug: exhibition.slug, title: { en: exhibition.titleEn, zh: exhibition.titleZh } },
    artwork: artworkView(artwork),
    submittedBy: person.name,
    createdAt: row.createdAt.toISOString(),
  }
}
