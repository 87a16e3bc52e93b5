import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { CaseRow } from '@/components/moderation/case-row'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { Tabs } from '@/components/ui/tabs'
import { casesQuerySchema } from '@/lib/contracts/reports'
import { moderationMessages } from '@/lib/i18n/messages/moderation'
import { hasRole } from '@/server/accounts/require-role'
import { getLocale } from '@/server/http/locale'
import { listCases } from '@/server/moderation/list-cases'
import { enterDesk } from '../enter-desk'

const path = '/curator/reports'

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: moderationMessages[await getLocale()].casesTitle, robots: { index: false } }
}

export default async function ReportsPage({ searchParams }: PageProps) {
  const [locale, viewer, query] = await Promise.all([getLocale(), enterDesk(path), searchParams])
  if (!viewer) return <Missing />
  const { status, cursor } = casesQuerySchema.safeParse(query).data ?? casesQuerySchema.parse({})
  const { cases, nextCursor } = await listCases(status, viewer, cursor)
  const t = moderationMessages[locale]
  const names = { OPEN: t.open, UPHELD: t.upheld, DISMISSED: t.dismissed }
  const tabs = (['OPEN', 'UPHELD', 'DISMISSED'] as const).map((each) => ({
    href: each === 'OPEN' ? path : `${path}?status=${each}`,
    name: names[each],
    isCurrent: each === status,
  }))
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.casesTitle}>
        <p className="mt-3 max-w-measure text-small text-secondary">{t.casesText}</p>
      </PageTitle>
      <Tabs label={t.tabs} tabs={tabs} />
      {cases.length === 0 && <p className="text-body">{status === 'OPEN' ? t.noneOpen : t.noneDecided}</p>}
      <ul>
        {cases.map((each) => (
          <CaseRow key={each.id} initial={each} mayBan={hasRole(viewer, 'OPERATOR')} />
        ))}
      </ul>
      <Pager
        path={status === 'OPEN' ? path : `${path}?status=${status}`}
        cursor={cursor}
        nextCursor={nextCursor}
        locale={locale}
      />
    </div>
  )
}
