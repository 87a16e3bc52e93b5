import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { AccountFrame } from '@/components/accounts/account-frame'
import { safePath } from '@/components/accounts/safe-path'
import { SignUpForm } from '@/components/accounts/sign-up-form'
import { ButtonLink } from '@/components/ui/button-link'
import { WayOn } from '@/components/ui/way-on'
import { accountsMessages } from '@/lib/i18n/messages/accounts'
import { commonMessages } from '@/lib/i18n/messages/common'
import { errorMessages } from '@/lib/i18n/messages/errors'
import { houseMessages } from '@/lib/i18n/messages/house'
import { readHouse } from '@/server/house/read-house'
import { getLocale } from '@/server/http/locale'
import { getViewer } from '@/server/http/viewer'

interface PageProps {
  searchParams: Promise<{ next?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountsMessages[await getLocale()].signUpTitle, robots: { index: false } }
}

export default async function SignUpPage({ searchParams }: PageProps) {
  const [locale, viewer, query] = await Promise.all([getLocale(), getViewer(), searchParams])
  const next = safePath(query.next, '/account')
  if (viewer && !viewer.isGuest) redirect(next)
  const t = accountsMessages[locale]
  if (!(await readHouse()).features.signUp) {
    return (
      <WayOn title={houseMessages[locale].signUpClosed} text={errorMessages[locale].sign_up_closed}>
        <ButtonLink href={`/sign-in?next=${encodeURIComponent(next)}`} kind="primary">
          {t.signInAction}
        </ButtonLink>
        <ButtonLink href="/">{commonMessages[locale].toExhibitions}</ButtonLink>
      </WayOn>
    )
  }
  return (
    <AccountFrame
      title={t.signUpTitle}
      text={t.comesAlong}
      locale={locale}
      other={
        <>
          {t.haveAccount}{' '}
          <Link href={`/sign-in?next=${encodeURIComponent(next)}`} className="link" prefetch={false}>
            {t.signInAction}
          </Link>
        </>
      }
    >
      <SignUpForm next={next} />
    </AccountFrame>
  )
}
