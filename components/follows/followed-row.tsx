import Link from 'next/link'
import { ArtworkPicture } from '@/components/catalogue/artwork-picture'
import type { Followed } from '@/lib/contracts/follows'
import { formatMoment } from '@/lib/i18n/format-moment'
import { formatRun } from '@/lib/i18n/format-run'
import type { Locale } from '@/lib/i18n/locale'
import { catalogueMessages } from '@/lib/i18n/messages/catalogue'
import { followsMessages } from '@/lib/i18n/messages/follows'
import { openingMessages } from '@/lib/i18n/messages/opening'
import { FollowButton } from './follow-button'

interface FollowedRowProps {
  followed: Followed
  locale: Locale
}

/** An artist or an exhibition that somebody follows: what it is, what is to be seen of it now, and the way to let go. */
export function FollowedRow({ followed, locale }: FollowedRowProps) {
  const { name, href, what, line } = wordsOf(followed, locale)
  const { picture } = followed
  const title = <span className="editorial text-title">{name}</span>
  return (
    <li className="grid grid-cols-[88px_1fr] items-center gap-x-5 gap-y-3 border-t py-5 sm:grid-cols-[128px_1fr_auto] sm:gap-x-8">
      <div className="flex aspect-square items-center" aria-hidden="true">
        {picture && (
          <div className="w-full" style={{ maxWidth: `${Math.min(1, picture.width / picture.height) * 100}%` }}>
            <ArtworkPicture picture={picture} alt="" sizes="128px" />
          </div>
        )}
      </div>
      <div className="min-w-0">
        <p className="text-label text-secondary">{what}</p>
        <h2>
          {href ? (
            <Link href={href} prefetch={false} className="underline-offset-4 hover:underline">
              {title}
            </Link>
          ) : (
            title
          )}
        </h2>
        {line && <p className="text-small text-secondary">{line}</p>}
      </div>
      <div className="col-start-2 sm:col-start-3">
        <FollowButton
          what={followed.kind === 'artist' ? { artistId: followed.artistId } : { slug: followed.slug }}
          name={name}
          isFollowed
        />
      </div>
    </li>
  )
}

function wordsOf(followed: Followed, locale: Locale) {
  const t = followsMessages[locale]
  if (followed.kind === 'artist') {
    const { artistId, name, workCount } = followed
    return {
      name: name ?? t.closedPage,
      href: name === null ? null : `/artists/${artistId}`,
      what: t.artist,
      line: workCount > 0 ? catalogueMessages[locale].works(workCount) : null,
    }
  }
  const { slug, title, status, opensAt, closesAt } = followed
  const isToBeSeen = status === 'OPEN' || status === 'SCHEDULED'
  const opens = opensAt && openingMessages[locale].opens(formatMoment(opensAt, locale))
  return {
    name: title[locale],
    href: isToBeSeen ? `/exhibitions/${slug}` : null,
    what: t.exhibition,
    line: {
      OPEN: formatRun(opensAt, closesAt, locale),
      SCHEDULED: opens,
      CLOSED: t.closed,
      none: t.away,
    }[status ?? 'none'],
  }
}
