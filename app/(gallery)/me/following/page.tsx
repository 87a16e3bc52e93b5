import type { Metadata } from 'next'
import { GuestNote } from '@/components/accounts/guest-note'
import { KeptTabs } from '@/components/accounts/kept-tabs'
import { FollowedRow } from '@/components/follows/followed-row'
import { ButtonLink } from '@/components/ui/button-link'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { followingQuerySchema } from '@/lib/contracts/follows'
import { accountsMessages } from '@/lib/i18n/messages/accounts'
import { commonMessages } from '@/lib/i18n/messages/common'
import { followsMessages } from '@/lib/i18n/messages/follows'
import { listFollowing } from '@/server/follows/list-following'
import { getLocale } from '@/server/http/locale'
import { getViewer } from '@/server/http/viewer'

interface PageProps {
  searchParams: Promise<{ cursor?: string | string[] }>
}

const path = '/me/following'

export async function generateMetadata(): Promise<Metadata> {
  return { title: followsMessages[await getLocale()].title, robots: { index: false } }
}

export default async function FollowingPage({ searchParams }: PageProps) {
  const [locale, viewer, query] = await Promise.all([getLocale(), getViewer(), searchParams])
  const cursor = followingQuerySchema.safeParse({ cursor: query.cursor }).data?.cursor
  const nothing = { followed: [], nextCursor: null, total: 0 }
  const { followed, nextCursor, total } = viewer ? await listFollowing(viewer.id, cursor) : nothing
  const t = followsMessages[locale]
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={accountsMessages[locale].favouritesTitle}>
        {viewer?.isGuest && total > 0 && <GuestNote locale={locale} here={path} />}
      </PageTitle>
      <KeptTabs current={path} locale={locale} />
      {total === 0 ? (
        <>
          <p className="mb-6 max-w-measure text-body">{t.empty}</p>
          <ButtonLink href="/" kind="primary">
            {commonMessages[locale].toExhibitions}
          </ButtonLink>
        </>
      ) : (
        <>
          <p className="mb-8 max-w-measure text-small text-secondary">
            {t.total(total)} {t.text}
          </p>
          <ul className="max-w-4xl border-b">
            {followed.map((each) => (
              <FollowedRow key={each.id} followed={each} locale={locale} />
            ))}
          </ul>
        </>
      )}
      <Pager path={path} cursor={cursor} nextCursor={nextCursor} locale={locale} />
    </div>
  )
}
