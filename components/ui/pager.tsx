import Link from 'next/link'
import type { Locale } from '@/lib/i18n/locale'
import { commonMessages } from '@/lib/i18n/messages/common'

interface PagerProps {
  /** Path of the list. */
  path: string
  cursor: string | undefined
  nextCursor: string | null
  locale: Locale
  /** What the ways on and back are called where the list is not one of newest first. */
  names?: { newest: string; earlier: string }
}

/** Older entries by links, so that a list can be read to its end without JavaScript. */
export function Pager({ path, cursor, nextCursor, locale, names }: PagerProps) {
  const t = names ?? commonMessages[locale]
  if (!cursor && !nextCursor) return null
  return (
    <p className="mt-16 flex justify-between border-t pt-4 text-small">
      <span>
        {cursor && (
          <Link href={path} className="link inline-flex min-h-11 items-center">
            {t.newest}
          </Link>
        )}
      </span>
      {nextCursor && (
        <Link
          href={`${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(nextCursor)}`}
          className="link inline-flex min-h-11 items-center"
        >
          {t.earlier}
        </Link>
      )}
    </p>
  )
}
