import type { Metadata } from 'next'
import Link from 'next/link'
import { Missing } from '@/app/missing'
import { DepotUploader } from '@/components/depot/depot-uploader'
import { DepotWall } from '@/components/depot/depot-wall'
import { Button } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { depotQuerySchema } from '@/lib/contracts/depot'
import { depotMessages } from '@/lib/i18n/messages/depot'
import { listDepot } from '@/server/depot/list-depot'
import { getLocale } from '@/server/http/locale'
import { enterDesk } from '../enter-desk'

const path = '/curator/depot'

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: depotMessages[await getLocale()].title, robots: { index: false } }
}

export default async function DepotPage({ searchParams }: PageProps) {
  const [locale, viewer, asked] = await Promise.all([getLocale(), enterDesk(path), searchParams])
  if (!viewer) return <Missing />
  const query = depotQuerySchema.safeParse(asked).data ?? {}
  const { works, nextCursor } = await listDepot(query, viewer)
  const t = depotMessages[locale]
  const isNarrowed = Boolean(query.q || query.tag)
  const search = new URLSearchParams({ ...(query.q && { q: query.q }), ...(query.tag && { tag: query.tag }) })
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.title}>
        <p className="mt-3 max-w-measure text-small text-secondary">{t.text}</p>
      </PageTitle>
      <DepotUploader />
      <nav aria-label={t.more} className="mt-3 mb-8 flex flex-wrap gap-x-8 text-small">
        <Link href={`${path}/labels`} prefetch={false} className="link inline-flex min-h-11 items-center">
          {t.toLabels}
        </Link>
        <Link href={`${path}/iiif`} prefetch={false} className="link inline-flex min-h-11 items-center">
          {t.toIiif}
        </Link>
      </nav>
      <search>
        <form action={path} className="mb-6 flex max-w-2xl flex-wrap items-end gap-3">
          <div className="min-w-56 flex-1">
            <label htmlFor="depot-search" className="block text-small font-medium">
              {t.searchHint}
            </label>
            <input
              id="depot-search"
              name="q"
              type="search"
              defaultValue={query.q}
              maxLength={100}
              className="mt-1 block min-h-12 w-full rounded border border-edge bg-paper px-3 text-body"
            />
          </div>
          <Button type="submit" className="min-h-12">
            {t.search}
          </Button>
        </form>
      </search>
      {isNarrowed && (
        <p className="mb-6 text-small">
          {query.tag && <span className="mr-4">{t.tagged(query.tag)}</span>}
          <Link href={path} className="link">
            {t.searchAll}
          </Link>
        </p>
      )}
      {works.length === 0 ? (
        <p className="text-body">{isNarrowed ? t.nothingFound : t.empty}</p>
      ) : (
        <DepotWall key={`${search} ${query.cursor ?? ''}`} works={works} />
      )}
      <Pager
        path={search.size > 0 ? `${path}?${search}` : path}
        cursor={query.cursor}
        nextCursor={nextCursor}
        locale={locale}
      />
    </div>
  )
}
