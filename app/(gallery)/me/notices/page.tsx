import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { MarkRead } from '@/components/notices/mark-read'
import { NoticeRow } from '@/components/notices/notice-row'
import { WishesForm } from '@/components/notices/wishes-form'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { noticesQuerySchema } from '@/lib/contracts/notices'
import { noticesMessages } from '@/lib/i18n/messages/notices'
import { getLocale } from '@/server/http/locale'
import { getViewer } from '@/server/http/viewer'
import { listNotices } from '@/server/notices/list-notices'
import { hasMailServer, readNoticeWishes } from '@/server/notices/wishes'

const path = '/me/notices'

interface PageProps {
  searchParams: Promise<{ cursor?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: noticesMessages[await getLocale()].title, robots: { index: false } }
}

export default async function NoticesPage({ searchParams }: PageProps) {
  const [locale, viewer, query] = await Promise.all([getLocale(), getViewer(), searchParams])
  if (!viewer) redirect(`/sign-in?next=${path}`)
  const cursor = noticesQuerySchema.safeParse({ cursor: query.cursor }).data?.cursor
  const { notices, nextCursor, unread } = await listNotices(viewer.id, cursor)
  const t = noticesMessages[locale]
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.title} />
      {notices.length === 0 && <p className="max-w-measure text-body">{t.empty}</p>}
      <ul className="max-w-3xl border-b empty:border-0">
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} locale={locale} />
        ))}
      </ul>
      {unread > 0 && <MarkRead />}
      {!viewer.isGuest && <WishesForm initial={await readNoticeWishes(viewer)} hasMail={hasMailServer()} />}
      <Pager path={path} cursor={cursor} nextCursor={nextCursor} locale={locale} />
    </div>
  )
}
