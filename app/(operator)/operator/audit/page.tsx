import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { AuditFilter } from '@/components/operator/audit-filter'
import { AuditList } from '@/components/operator/audit-list'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { auditQuerySchema } from '@/lib/contracts/audit'
import { operatorDeskMessages } from '@/lib/i18n/messages/operator-desk'
import { listActions, listAudit } from '@/server/audit/list-audit'
import { getLocale } from '@/server/http/locale'
import { enterOperation } from '../enter-operation'

const path = '/operator/audit'

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: operatorDeskMessages[await getLocale()].audit, robots: { index: false } }
}

export default async function AuditPage({ searchParams }: PageProps) {
  const [locale, viewer, asked] = await Promise.all([getLocale(), enterOperation(path), searchParams])
  if (!viewer) return <Missing />
  const query = auditQuerySchema.safeParse(asked).data ?? auditQuerySchema.parse({})
  const [{ entries, nextCursor }, actions] = await Promise.all([listAudit(query, viewer), listActions(viewer)])
  const t = operatorDeskMessages[locale]
  const { cursor, ...filter } = query
  const search = new URLSearchParams(Object.entries(filter).filter(([, value]) => value))
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.audit}>
        <p className="mt-3 max-w-measure text-small text-secondary">{t.auditText}</p>
      </PageTitle>
      <AuditFilter key={String(search)} query={query} actions={actions} locale={locale} />
      <AuditList entries={entries} locale={locale} />
      <Pager
        path={search.size > 0 ? `${path}?${search}` : path}
        cursor={cursor}
        nextCursor={nextCursor}
        locale={locale}
      />
    </div>
  )
}
