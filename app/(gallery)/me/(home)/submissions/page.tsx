import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { MySubmissionRow } from '@/components/submissions/my-submission-row'
import { ButtonLink } from '@/components/ui/button-link'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { mySubmissionsQuerySchema } from '@/lib/contracts/submissions'
import { curatorMessages } from '@/lib/i18n/messages/curator'
import { listMySubmissions } from '@/server/exhibitions/list-submissions'
import { getLocale } from '@/server/http/locale'
import { getViewer } from '@/server/http/viewer'

const path = '/me/submissions'

interface PageProps {
  searchParams: Promise<{ cursor?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: curatorMessages[await getLocale()].mineTitle, robots: { index: false } }
}

export default async function MySubmissionsPage({ searchParams }: PageProps) {
  const [locale, viewer, query] = await Promise.all([getLocale(), getViewer(), searchParams])
  if (!viewer || viewer.isGuest) redirect(`/sign-in?next=${path}`)
  const cursor = mySubmissionsQuerySchema.safeParse({ cursor: query.cursor }).data?.cursor
  const { submissions, nextCursor } = await listMySubmissions(viewer, cursor)
  const t = curatorMessages[locale]
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.mineTitle}>
        <p className="mt-3 max-w-measure text-small text-secondary">{t.mineText}</p>
      </PageTitle>
      {submissions.length === 0 && (
        <>
          <p className="mb-6 max-w-measure text-body">{t.mineEmpty}</p>
          <ButtonLink href="/me/portraits" kind="primary">
            {t.toPortraits}
          </ButtonLink>
        </>
      )}
      <ul>
        {submissions.map((submission) => (
          <MySubmissionRow key={`${submission.id} ${submission.submittedAt}`} submission={submission} />
        ))}
      </ul>
      <Pager path={path} cursor={cursor} nextCursor={nextCursor} locale={locale} />
    </div>
  )
}
