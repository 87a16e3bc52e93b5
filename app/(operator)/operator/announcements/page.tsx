import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { AnnouncementForm } from '@/components/operator/announcement-form'
import { AnnouncementRow } from '@/components/operator/announcement-row'
import { TableSection } from '@/components/operator/table-section'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { announcementsQuerySchema } from '@/lib/contracts/house'
import { operatorAnnouncementMessages } from '@/lib/i18n/messages/operator-announcements'
import { operatorDeskMessages } from '@/lib/i18n/messages/operator-desk'
import { listAnnouncements } from '@/server/house/announcements'
import { getLocale } from '@/server/http/locale'
import { enterOperation } from '../enter-operation'

const path = '/operator/announcements'

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: operatorDeskMessages[await getLocale()].announcements, robots: { index: false } }
}

export default async function AnnouncementsPage({ searchParams }: PageProps) {
  const [locale, viewer, asked] = await Promise.all([getLocale(), enterOperation(path), searchParams])
  if (!viewer) return <Missing />
  const { cursor } = announcementsQuerySchema.safeParse(asked).data ?? {}
  const { announcements, nextCursor } = await listAnnouncements(viewer, cursor)
  const now = new Date().toISOString()
  const t = operatorAnnouncementMessages[locale]
  const desk = operatorDeskMessages[locale]
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={desk.announcements}>
        <p className="mt-3 max-w-measure text-small text-secondary">{t.announcementsText}</p>
      </PageTitle>
      <TableSection title={t.newAnnouncement}>
        <AnnouncementForm now={now} />
      </TableSection>
      <TableSection title={desk.announcements}>
        {announcements.length === 0 && <p className="text-small">{t.noAnnouncements}</p>}
        <ul className="border-b empty:border-0">
          {announcements.map((each) => (
            <AnnouncementRow key={`${each.id} ${each.version}`} announcement={each} now={now} />
          ))}
        </ul>
        <Pager path={path} cursor={cursor} nextCursor={nextCursor} locale={locale} />
      </TableSection>
    </div>
  )
}
