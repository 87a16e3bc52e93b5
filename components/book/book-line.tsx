import { ReportButton } from '@/components/moderation/report-button'
import type { BookEntryView } from '@/lib/contracts/visitors-book'
import { formatDay } from '@/lib/i18n/format-run'
import type { Locale } from '@/lib/i18n/locale'
import { bookMessages } from '@/lib/i18n/messages/visitors-book'

interface BookLineProps {
  entry: BookEntryView
  isKeeper: boolean
  locale: Locale
  remove(entry: BookEntryView): void
  judge(entry: BookEntryView, isHidden: boolean): void
}

const act = 'inline-flex min-h-11 items-center text-label text-secondary underline underline-offset-4 hover:text-accent'

export function BookLine({ entry, isKeeper, locale, remove, judge }: BookLineProps) {
  const t = bookMessages[locale]
  const name = entry.name || t.anonymous
  return (
    <li className={`border-t py-4 ${entry.isHidden ? 'opacity-60' : ''}`} data-testid="book-line">
      <p className="editorial max-w-measure text-body whitespace-pre-line">{entry.text}</p>
      <p className="mt-1 flex flex-wrap items-center gap-x-4 text-label text-secondary">
        <span>
          {name} · <time dateTime={entry.createdAt}>{formatDay(entry.createdAt, locale)}</time>
        </span>
        {entry.isHidden && <span>{t.hidden}</span>}
        {isKeeper && entry.reportCount > 0 && <span>{t.reports(entry.reportCount)}</span>}
        {entry.isMine ? (
          <button type="button" className={act} aria-label={t.removeEntry} onClick={() => remove(entry)}>
            {t.remove}
          </button>
        ) : null}
        {isKeeper && !entry.isHidden && (
          <button type="button" className={act} onClick={() => judge(entry, true)}>
            {t.hide}
          </button>
        )}
        {isKeeper && (entry.isHidden || entry.reportCount > 0) && (
          <button type="button" className={act} onClick={() => judge(entry, false)}>
            {t.show}
          </button>
        )}
      </p>
      {!entry.isMine && !isKeeper && (
        <ReportButton subjectKind="book-entry" subjectId={entry.id} title={t.wordsOf(name)} />
      )}
    </li>
  )
}
