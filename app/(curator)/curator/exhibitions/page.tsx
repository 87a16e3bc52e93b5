import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { ExhibitionList } from '@/components/desk/exhibition-list'
import { ButtonLink } from '@/components/ui/button-link'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { deskPageQuerySchema } from '@/lib/contracts/desk'
import { deskExhibitionMessages } from '@/lib/i18n/messages/desk-exhibition'
import { hasRole } from '@/server/accounts/require-role'
import { listDeskExhibitions } from '@/server/desk/list-exhibitions'
import { getLocale } from '@/server/http/locale'
import { enterDesk } from '../enter-desk'

interface PageProps {
  searchParams: Promise<{ cursor?: string | string[] }>
}

const path = '/curator/exhibitions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: deskExhibitionMessages[await getLocale()].listTitle, robots: { index: false } }
}

export default async function DeskExhibitionsPage({ searchParams }: PageProps) {
  const [locale, viewer, query] = await Promise.all([getLocale(), enterDesk(path, 'VISITOR'), searchParams])
  const cursor = deskPageQuerySchema.safeParse({ cursor: query.cursor }).data?.cursor
  const { exhibitions, nextCursor } = await listDeskExhibitions(viewer, cursor)
  const isCurator = hasRole(viewer, 'CURATOR')
  // To members who are named on nothing the desk is not there.
  if (!isCurator && exhibitions.length === 0) return <Missing />
  const t = deskExhibitionMessages[locale]
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.listTitle}>
        <p className="mt-3 mb-6 max-w-measure text-small text-secondary">{t.listText}</p>
        {isCurator && (
          <ButtonLink href={`${path}/new`} kind="primary">
            {t.create}
          </ButtonLink>
        )}
      </PageTitle>
      {exhibitions.length === 0 ? (
        <p className="text-body">{t.listEmpty}</p>
      ) : (
        <ExhibitionList exhibitions={exhibitions} locale={locale} />
      )}
      <Pager path={path} cursor={cursor} nextCursor={nextCursor} locale={locale} />
    </div>
  )
}
