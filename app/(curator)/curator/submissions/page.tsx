import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { SubmissionRow } from '@/components/curator/submission-row'
import { PageTitle } from '@/components/ui/page-title'
import { curatorMessages } from '@/lib/i18n/messages/curator'
import { listSubmissions } from '@/server/exhibitions/list-submissions'
import { getLocale } from '@/server/http/locale'
import { enterDesk } from '../enter-desk'

export async function generateMetadata(): Promise<Metadata> {
  return { title: curatorMessages[await getLocale()].submissionsTitle, robots: { index: false } }
}

export default async function SubmissionsPage() {
  const [locale, viewer] = await Promise.all([getLocale(), enterDesk('/curator/submissions')])
  if (!viewer) return <Missing />
  const submissions = await listSubmissions(viewer)
  const t = curatorMessages[locale]
  const lists = [
    { title: t.waiting, entries: submissions.filter(({ status }) => status === 'PENDING') },
    { title: t.decided, entries: submissions.filter(({ status }) => status !== 'PENDING') },
  ].filter(({ entries }) => entries.length > 0)
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.submissionsTitle}>
        <p className="mt-3 max-w-measure text-small text-secondary">{t.submissionsText}</p>
      </PageTitle>
      {!submissions.some(({ status }) => status === 'PENDING') && <p className="mb-14 text-body">{t.noneWaiting}</p>}
      {lists.map(({ title, entries }) => (
        <section key={title} aria-label={title} className="mb-14">
          <h2 className="mb-4 text-label text-secondary lg:text-small">{title}</h2>
          <ul>
            {entries.map((submission) => (
              <SubmissionRow key={submission.id} submission={submission} locale={locale} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
