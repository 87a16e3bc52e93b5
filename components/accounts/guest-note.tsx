import Link from 'next/link'
import type { Locale } from '@/lib/i18n/locale'
import { accountsMessages } from '@/lib/i18n/messages/accounts'

/** Tells a guest that what is theirs lives on this device alone; `here` is where to come back to. */
export function GuestNote({ locale, here }: { locale: Locale; here: string }) {
  const t = accountsMessages[locale]
  return (
    <p className="mt-3 max-w-measure text-small text-secondary">
      {t.guestNote}{' '}
      <Link href={`/sign-up?next=${encodeURIComponent(here)}`} className="link" prefetch={false}>
        {t.signUpTitle}
      </Link>
    </p>
  )
}
