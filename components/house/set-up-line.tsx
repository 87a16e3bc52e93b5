'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useLocale } from '@/components/ui/locale-provider'
import { houseMessages } from '@/lib/i18n/messages/house'

/** That a house has no operator yet, and the way to make one; on that way itself it says nothing. */
export function SetUpLine() {
  const t = houseMessages[useLocale()]
  if (usePathname() === '/set-up') return null
  return (
    <div className="border-b bg-mat">
      <p className="page py-3 text-label lg:text-small">
        {t.notSetUp}{' '}
        <Link href="/set-up" prefetch={false} className="link">
          {t.setUp}
        </Link>
      </p>
    </div>
  )
}
