import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { SubmissionRow } from '@/components/curator/submission-row'
import { stateWords } from '@/components/submissions/state-words'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { Tabs } from '@/components/ui/tabs'
import { submissionStateSchema, submissionsQuerySchema } from '@/lib/contracts/submissions'
import { curatorMessages } from '@/lib/i18n/messages/curator'
import { listSubmissions } from '@/server/exhibitions/list-submissions'
import { getLocale } from '@/server/http/locale'
import { enterDesk } from '../enter-desk'

const path = '/curator/submissions'

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: curatorMessages[await getLocale()].submissionsTitle, robots: { index: false } }
}

export default async function SubmissionsPage({ searchParams }: PageProps) {
  const [locale, viewer, asked] = await Promise.all([getLocale(), enterDesk(path), searchParams])
  if (!viewer) return <Missing />
  const query = submissionsQuerySchema.safeParse(asked).data ?? submissionsQuerySchema.parse({})
  const { submissions, nextCursor } = await listSubmissions(query, viewer)
  const t = curatorMessages[locale]
  const addressOf = (status: string) => {
    const search = new URLSearchParams({
      ...(status !== 'PENDING' && { status }),
      ...(query.exhibition !== undefined && { exhibition: query.exhibition }),
    })
    return search.size > 0 ? `${path}?${search}` : path
  }
  const tabs = submissionStateSchema.options.map((state) => ({
    href: addressOf(state),
    name: stateWords(state, locale),
    isCurrent: state === query.status,
  }))
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.submissionsTitle}>
        <p className="mt-3 max-w-measure text-small text-secondary">{t.submissionsText}</p>
      </PageTitle>
      <Tabs label={t.states} tabs={tabs} />
      {submissions.length === 0 && (
        <p className="text-body">{query.status === 'PENDING' ? t.noneWaiting : t.noneHere}</p>
      )}
      <ul>
        {submissions.map((submission) => (
          <SubmissionRow key={submission.id} initial={submission} />
        ))}
      </ul>
      <Pager path={addressOf(query.status)} cursor={query.cursor} nextCursor={nextCursor} locale={locale} />
    </div>
  )
}
