import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locale'
import { commonMessages } from '@/lib/i18n/messages/common'

interface AccountFrameProps {
  title: string
  text: string
  locale: Locale
  /** The form. */
  children: ReactNode
  /** The other way: sign up instead of in, or the reverse; null where there is none. */
  other: ReactNode
}

/** Title and reasons on the left, the form on the right; one under the other on a phone. */
export function AccountFrame({ title, text, locale, children, other }: AccountFrameProps) {
  return (
    <div className="page grid gap-x-10 gap-y-10 pt-8 lg:grid-cols-12 lg:pt-14">
      <div className="lg:col-span-5">
        <h1 className="editorial text-headline lg:text-display">{title}</h1>
        <p className="mt-4 max-w-measure text-body text-secondary lg:mt-6">{text}</p>
      </div>
      <div className="max-w-lg lg:col-span-5 lg:col-start-7 lg:pt-4">
        <noscript>
          <p className="mb-6 border-l-2 border-ink pl-4 text-small">{commonMessages[locale].needsScript}</p>
        </noscript>
        {children}
        {other && <p className="mt-8 border-t pt-4 text-small">{other}</p>}
      </div>
    </div>
  )
}
