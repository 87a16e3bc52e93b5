import Link from 'next/link'
import type { NoticeView } from '@/lib/contracts/notices'
import { formatDay } from '@/lib/i18n/format-run'
import type { Locale } from '@/lib/i18n/locale'
import { noticesMessages } from '@/lib/i18n/messages/notices'
import { noticeWords } from '@/lib/i18n/notice-words'

export function NoticeRow({ notice, locale }: { notice: NoticeView; locale: Locale }) {
  const { sentence, note, href } = noticeWords(notice.content, locale)
  return (
    <li className="border-t py-5">
      <p className="text-label text-secondary">
        {formatDay(notice.createdAt, locale)}
        {!notice.isRead && <strong className="ml-3 font-medium text-accent">{noticesMessages[locale].unread}</strong>}
      </p>
      <p className="mt-1 text-body">
        {href ? (
          <Link href={href} prefetch={false} className="link">
            {sentence}
          </Link>
        ) : (
          sentence
        )}
      </p>
      {note && <p className="mt-2 border-l pl-4 text-small whitespace-pre-line text-secondary">{note}</p>}
    </li>
  )
}
