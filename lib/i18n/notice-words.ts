import type { NoticeContent } from '@/lib/contracts/notices'
import { formatMoment } from './format-moment'
import type { Locale } from './locale'
import { noticesMessages } from './messages/notices'

export interface NoticeWords {
  sentence: string
  /** What a curator wrote along; empty where they wrote nothing. */
  note: string
  /** Path of the page it is about; null where there is none. */
  href: string | null
}

/** A notice as people read it, on the page and by mail. */
export function noticeWords(content: NoticeContent, locale: Locale): NoticeWords {
  const t = noticesMessages[locale]
  switch (content.kind) {
    case 'submission-decided': {
      const say = { ACCEPTED: t.accepted, DECLINED: t.declined, CHANGES_ASKED: t.changes }[content.decision]
      const sentence = say(content.work[locale], content.exhibition.title[locale])
      return { sentence, note: content.note, href: '/me/submissions' }
    }
    case 'moderated': {
      const ofComment = { hidden: t.hiddenComment, upheld: t.upheldComment, shown: t.shownComment }
      const ofEntry = { hidden: t.hiddenEntry, upheld: t.upheldEntry, shown: t.shownEntry }
      const ofPerson = { hidden: t.hiddenPerson, upheld: t.upheldPerson, shown: t.shownPerson }
      const title = content.title[locale]
      const sentence = {
        person: ofPerson[content.what],
        comment: ofComment[content.what](title),
        'book-entry': ofEntry[content.what](title),
        artwork: t[content.what](title),
      }[content.subjectKind]
      return { sentence, note: content.note, href: null }
    }
    case 'portrait-done':
      return { sentence: t.portraitDone, note: '', href: `/studio/${content.orderId}` }
    case 'exhibition-opened': {
      const { slug, title } = content.exhibition
      const sentence = content.isArtist ? t.openedWithYours(title[locale]) : t.opened(title[locale])
      return { sentence, note: '', href: `/exhibitions/${slug}` }
    }
    case 'artist-showed': {
      const { artist, work, count } = content
      const sentence = count === 1 ? t.showed(artist.name, work.title[locale]) : t.showedMany(artist.name, count)
      return { sentence, note: '', href: count > 1 && artist.hasPage ? `/artists/${artist.id}` : `/works/${work.id}` }
    }
    case 'exhibition-closing': {
      const { slug, title } = content.exhibition
      const sentence = t.closing(title[locale], formatMoment(content.closesAt, locale))
      return { sentence, note: '', href: `/exhibitions/${slug}` }
    }
    case 'report-decided': {
      const say = content.isUpheld ? t.reportUpheld : t.reportDismissed
      return { sentence: say(content.title[locale]), note: '', href: null }
    }
  }
}
