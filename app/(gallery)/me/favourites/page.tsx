import type { Metadata } from 'next'
import { GuestNote } from '@/components/accounts/guest-note'
import { KeptTabs } from '@/components/accounts/kept-tabs'
import { KeptWorks } from '@/components/accounts/kept-works'
import { ButtonLink } from '@/components/ui/button-link'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { favouritesQuerySchema } from '@/lib/contracts/engagement'
import { accountsMessages } from '@/lib/i18n/messages/accounts'
import { commonMessages } from '@/lib/i18n/messages/common'
import { listFavourites } from '@/server/engagement/list-favourites'
import { getLocale } from '@/server/http/locale'
import { getViewer } from '@/server/http/viewer'

interface PageProps {
  searchParams: Promise<{ cursor?: string | string[] }>
}

const path = '/me/favourites'

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountsMessages[await getLocale()].favouritesTitle, robots: { index: false } }
}

export default async function FavouritesPage({ searchParams }: PageProps) {
  const [locale, viewer, query] = await Promise.all([getLocale(), getViewer(), searchParams])
  const cursor = favouritesQuerySchema.safeParse({ cursor: query.cursor }).data?.cursor
  const { favourites, nextCursor } = viewer
    ? await listFavourites(viewer.id, cursor)
    : { favourites: [], nextCursor: null }
  const t = accountsMessages[locale]
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.favouritesTitle}>
        {viewer?.isGuest && favourites.length > 0 && <GuestNote locale={locale} here={path} />}
      </PageTitle>
      <KeptTabs current={path} locale={locale} />
      {favourites.length === 0 && !cursor ? (
        <>
          <p className="mb-6 max-w-measure text-body">{t.favouritesEmpty}</p>
          <ButtonLink href="/" kind="primary">
            {commonMessages[locale].toExhibitions}
          </ButtonLink>
        </>
      ) : (
        <KeptWorks favourites={favourites} locale={locale} />
      )}
      <Pager path={path} cursor={cursor} nextCursor={nextCursor} locale={locale} />
    </div>
  )
}
