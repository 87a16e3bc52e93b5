import type { ReportSubjectKind } from '@/lib/contracts/reports'
import { artworkSubject } from './artwork-subject'
import { bookEntrySubject } from './book-entry-subject'
import { commentSubject } from './comment-subject'
import { personSubject } from './person-subject'
import type { SubjectKind } from './subject-kind'

export const subjects: Record<ReportSubjectKind, SubjectKind> = {
  artwork: artworkSubject,
  person: personSubject,
  comment: commentSubject,
  'book-entry': bookEntrySubject,
}
