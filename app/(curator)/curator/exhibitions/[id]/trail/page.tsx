import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { TrailList } from '@/components/desk/trail-list'
import { ButtonLink } from '@/components/ui/button-link'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { idSchema } from '@/lib/contracts/common'
import { deskPageQuerySchema } from '@/lib/contracts/desk'
import { deskTrailMessages } from '@/lib/i18n/messages/desk-trail'
import { listTrail } from '@/server/desk/list-trail'
import { readDeskExhibition } from '@/server/desk/read-exhibition'
import { getLocale } from '@/server/http/locale'
import { unlessMissing } from '@/server/http/unless-missing'
import { enterDesk } from '../../../enter-desk'

interface PageProps {
  params: Promise<{ id: string }>
  searchParams: Promise<{ cursor?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: deskTrailMessages[await getLocale()].trailTitle, robots: { index: false } }
}

export default async function TrailPage({ params, searchParams }: PageProps) {
  const [{ id }, locale, query] = await Promise.all([params, getLocale(), searchParams])
  const path = `/curator/exhibitions/${id}/trail`
  const viewer = await enterDesk(path, 'VISITOR')
  const cursor = deskPageQuerySchema.safeParse({ cursor: query.cursor }).data?.cursor
  const known = idSchema.safeParse(id).success
  const loaded = known
    ? await unlessMissing(async () => ({
        exhibition: await readDeskExhibition(id, viewer),
        trail: await listTrail(id, viewer, cursor),
      }))
    : null
  if (!loaded) return <Missing />
  const t = deskTrailMessages[locale]
  const { titleEn, titleZh } = loaded.exhibition.fields
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.trailTitle}>
        <p className="mt-3 mb-4 max-w-measure text-small text-secondary">{t.trailText}</p>
        <ButtonLink href={`/curator/exhibitions/${id}`} kind="quiet">
          {locale === 'zh' ? titleZh : titleEn}
        </ButtonLink>
      </PageTitle>
      <TrailList entries={loaded.trail.entries} locale={locale} />
      <Pager path={path} cursor={cursor} nextCursor={loaded.trail.nextCursor} locale={locale} />
    </div>
  )
}
