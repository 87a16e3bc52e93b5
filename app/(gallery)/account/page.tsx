import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { SignOutButtons } from '@/components/accounts/sign-out-buttons'
import { Leaving } from '@/components/home/leaving'
import type { Role } from '@/lib/contracts/common'
import { accountsMessages } from '@/lib/i18n/messages/accounts'
import { commonMessages } from '@/lib/i18n/messages/common'
import { curatorMessages } from '@/lib/i18n/messages/curator'
import { deskMessages } from '@/lib/i18n/messages/desk'
import { followsMessages } from '@/lib/i18n/messages/follows'
import { homeMessages } from '@/lib/i18n/messages/home'
import { noticesMessages } from '@/lib/i18n/messages/notices'
import { readMe } from '@/server/accounts/read-me'
import { hasDesk } from '@/server/desk/has-desk'
import { getLocale } from '@/server/http/locale'
import { getViewer } from '@/server/http/viewer'

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountsMessages[await getLocale()].accountTitle, robots: { index: false } }
}

export default async function AccountPage() {
  const [locale, viewer] = await Promise.all([getLocale(), getViewer()])
  if (!viewer || viewer.isGuest) redirect('/sign-in')
  const { person } = await readMe(viewer)
  const t = accountsMessages[locale]
  const common = commonMessages[locale]
  const home = homeMessages[locale]
  const roleNames: Record<Role, string> = {
    VISITOR: t.roleVisitor,
    ARTIST: t.roleArtist,
    CURATOR: t.roleCurator,
    OPERATOR: t.roleOperator,
  }
  const ways = [
    ...(person?.roomSlug ? [{ href: `/exhibitions/${person.roomSlug}`, name: t.myRoom }] : []),
    { href: '/me/page', name: home.pageTitle },
    { href: '/me/room', name: home.roomArrange },
    { href: '/me/works', name: home.worksTitle },
    { href: '/me/portraits', name: common.myPortraits },
    { href: '/me/favourites', name: common.myFavourites },
    { href: '/me/following', name: followsMessages[locale].title },
    { href: '/me/collections', name: home.collectionsTitle },
    { href: '/me/submissions', name: curatorMessages[locale].mineTitle },
    { href: '/me/notices', name: noticesMessages[locale].title },
    ...((await hasDesk(viewer)) ? [{ href: '/curator', name: deskMessages[locale].desk }] : []),
    ...(viewer.role === 'OPERATOR' ? [{ href: '/operator', name: common.operation }] : []),
  ]
  return (
    <div className="page pt-8 lg:pt-14">
      <p className="text-label text-secondary lg:text-small">{t.accountTitle}</p>
      <h1 className="editorial mt-3 text-display lg:mt-5">{viewer.name}</h1>
      <div className="mt-8 grid gap-x-10 gap-y-12 lg:mt-12 lg:grid-cols-12">
        <section aria-labelledby="yours" className="lg:col-span-5">
          <h2 id="yours" className="border-t pt-4 text-label text-secondary lg:text-small">
            {t.yours}
          </h2>
          <ul className="mt-2">
            {ways.map(({ href, name }) => (
              <li key={href}>
                <Link href={href} className="link inline-flex min-h-11 items-center">
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="account" className="lg:col-span-5 lg:col-start-7">
          <h2 id="account" className="border-t pt-4 text-label text-secondary lg:text-small">
            {common.account}
          </h2>
          <dl className="mt-4 mb-8 grid grid-cols-[auto_1fr] gap-x-8 gap-y-2 text-small">
            <dt className="text-secondary">{t.email}</dt>
            <dd>{viewer.email}</dd>
            <dt className="text-secondary">{t.role}</dt>
            <dd>{roleNames[viewer.role]}</dd>
          </dl>
          <SignOutButtons />
          <h2 className="mt-12 mb-4 border-t pt-4 text-label text-secondary lg:text-small">{home.leavingTitle}</h2>
          <Leaving />
        </section>
      </div>
    </div>
  )
}
