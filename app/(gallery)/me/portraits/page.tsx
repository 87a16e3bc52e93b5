import type { Metadata } from 'next'
import { GuestNote } from '@/components/accounts/guest-note'
import { LivePortraitTile } from '@/components/accounts/live-portrait-tile'
import { PortraitTile } from '@/components/accounts/portrait-tile'
import { ButtonLink } from '@/components/ui/button-link'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { portraitsQuerySchema } from '@/lib/contracts/portraits'
import { accountsMessages } from '@/lib/i18n/messages/accounts'
import { catalogueMessages } from '@/lib/i18n/messages/catalogue'
import { getLocale } from '@/server/http/locale'
import { getViewer } from '@/server/http/viewer'
import { listPortraits } from '@/server/portraits/list-portraits'

interface PageProps {
  searchParams: Promise<{ cursor?: string | string[] }>
}

const path = '/me/portraits'

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountsMessages[await getLocale()].portraitsTitle, robots: { index: false } }
}

export default async function PortraitsPage({ searchParams }: PageProps) {
  const [locale, viewer, query] = await Promise.all([getLocale(), getViewer(), searchParams])
  const cursor = portraitsQuerySchema.safeParse({ cursor: query.cursor }).data?.cursor
  const { portraits, nextCursor } = viewer
    ? await listPortraits(viewer.id, cursor)
    : { portraits: [], nextCursor: null }
  const t = accountsMessages[locale]
  const isEmpty = portraits.length === 0 && !cursor
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.portraitsTitle}>
        {!isEmpty && (
          <div className="mt-3 flex flex-wrap items-center justify-between gap-x-10 gap-y-4">
            <p className="max-w-measure text-small text-secondary">{t.portraitsPrivate}</p>
            <ButtonLink href="/studio">{t.orderAnother}</ButtonLink>
          </div>
        )}
        {viewer?.isGuest && !isEmpty && <GuestNote locale={locale} here={path} />}
      </PageTitle>
      {isEmpty && (
        <>
          <p className="mb-6 max-w-measure text-body">{t.portraitsEmpty}</p>
          <ButtonLink href="/studio" kind="primary">
            {catalogueMessages[locale].inviteAction}
          </ButtonLink>
        </>
      )}
      <ul className="grid grid-cols-2 gap-x-4 gap-y-10 sm:grid-cols-3 lg:grid-cols-4 lg:gap-x-8 lg:gap-y-14">
        {portraits.map((portrait) => (
          <li key={portrait.id}>
            {portrait.status === 'QUEUED' || portrait.status === 'PAINTING' ? (
              <LivePortraitTile initial={portrait} />
            ) : (
              <PortraitTile portrait={portrait} locale={locale} />
            )}
          </li>
        ))}
      </ul>
      <Pager path={path} cursor={cursor} nextCursor={nextCursor} locale={locale} />
    </div>
  )
}
