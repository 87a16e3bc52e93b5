import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { AccountFrame } from '@/components/accounts/account-frame'
import { safePath } from '@/components/accounts/safe-path'
import { SignInForm } from '@/components/accounts/sign-in-form'
import { accountsMessages } from '@/lib/i18n/messages/accounts'
import { errorMessages } from '@/lib/i18n/messages/errors'
import { readHouse } from '@/server/house/read-house'
import { getLocale } from '@/server/http/locale'
import { getViewer } from '@/server/http/viewer'

interface PageProps {
  searchParams: Promise<{ next?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountsMessages[await getLocale()].signInTitle, robots: { index: false } }
}

export default async function SignInPage({ searchParams }: PageProps) {
  const [locale, viewer, query] = await Promise.all([getLocale(), getViewer(), searchParams])
  const next = safePath(query.next, '/account')
  if (viewer && !viewer.isGuest) redirect(next)
  const t = accountsMessages[locale]
  const { features } = await readHouse()
  return (
    <AccountFrame
      title={t.signInTitle}
      text={t.noAccountNeeded}
      locale={locale}
      other={
        features.signUp ? (
          <>
            {t.newHere}{' '}
            <Link href={`/sign-up?next=${encodeURIComponent(next)}`} className="link" prefetch={false}>
              {t.signUpTitle}
            </Link>
          </>
        ) : (
          errorMessages[locale].sign_up_closed
        )
      }
    >
      <SignInForm next={next} />
    </AccountFrame>
  )
}
