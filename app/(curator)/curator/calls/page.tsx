import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { CallRow } from '@/components/curator/call-row'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { callsQuerySchema } from '@/lib/contracts/submissions'
import { curatorMessages } from '@/lib/i18n/messages/curator'
import { errorMessages } from '@/lib/i18n/messages/errors'
import { listCalls } from '@/server/exhibitions/list-calls'
import { readHouse } from '@/server/house/read-house'
import { getLocale } from '@/server/http/locale'
import { enterDesk } from '../enter-desk'

const path = '/curator/calls'

interface PageProps {
  searchParams: Promise<{ cursor?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: curatorMessages[await getLocale()].callsTitle, robots: { index: false } }
}

export default async function CallsPage({ searchParams }: PageProps) {
  const [locale, viewer, query] = await Promise.all([getLocale(), enterDesk(path), searchParams])
  if (!viewer) return <Missing />
  const cursor = callsQuerySchema.safeParse({ cursor: query.cursor }).data?.cursor
  const [{ calls, nextCursor }, { features }] = await Promise.all([listCalls(viewer, cursor), readHouse()])
  const t = curatorMessages[locale]
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.callsTitle}>
        <p className="mt-3 max-w-measure text-small text-secondary">{t.callsText}</p>
      </PageTitle>
      {!features.submissions && (
        <p className="mb-8 border-l-2 border-ink pl-4 text-small">{errorMessages[locale].submissions_off}</p>
      )}
      {calls.length === 0 && <p className="text-body">{t.noExhibitions}</p>}
      <ul>
        {calls.map((each) => (
          <CallRow key={each.slug} initial={each} />
        ))}
      </ul>
      <Pager path={path} cursor={cursor} nextCursor={nextCursor} locale={locale} />
    </div>
  )
}
