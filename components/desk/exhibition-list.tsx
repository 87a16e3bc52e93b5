import Link from 'next/link'
import { ArtworkPicture } from '@/components/catalogue/artwork-picture'
import type { DeskCard } from '@/lib/contracts/desk'
import { formatZoned } from '@/lib/i18n/format-zoned'
import type { Locale } from '@/lib/i18n/locale'
import { deskExhibitionMessages } from '@/lib/i18n/messages/desk-exhibition'

/** Exhibitions at the desk: cover, title, how it stands, and how much is in it. */
export function ExhibitionList({ exhibitions, locale }: { exhibitions: DeskCard[]; locale: Locale }) {
  return (
    <ul className="border-b">
      {exhibitions.map((exhibition) => (
        <Row key={exhibition.id} exhibition={exhibition} locale={locale} />
      ))}
    </ul>
  )
}

function Row({ exhibition, locale }: { exhibition: DeskCard; locale: Locale }) {
  const t = deskExhibitionMessages[locale]
  const { status, opensAt, closesAt, timeZone, cover } = exhibition
  const next =
    status === 'SCHEDULED' && opensAt
      ? t.opensOn(formatZoned(opensAt, timeZone, locale))
      : status === 'OPEN' && closesAt
        ? t.closesOn(formatZoned(closesAt, timeZone, locale))
        : null
  return (
    <li className="grid grid-cols-[88px_1fr] gap-x-5 border-t py-4 lg:grid-cols-[128px_1fr_auto] lg:gap-x-8">
      <div className="flex h-16 items-center justify-center bg-mat lg:h-24">
        {cover && (
          <div
            style={{ width: `min(100%, calc(${cover.width / cover.height} * var(--frame)))` }}
            className="[--frame:64px] lg:[--frame:96px]"
          >
            <ArtworkPicture picture={cover} alt="" sizes="128px" />
          </div>
        )}
      </div>
      <div className="min-w-0 self-center">
        <h2 className="editorial text-title">
          <Link
            href={`/curator/exhibitions/${exhibition.id}`}
            prefetch={false}
            className="decoration-1 underline-offset-4 hover:underline"
          >
            {exhibition.title[locale]}
          </Link>
        </h2>
        <p className="mt-1 text-label text-secondary">
          <span className="font-medium text-ink">{t.status(status)}</span>
          {next && ` · ${next}`}
        </p>
      </div>
      <p className="col-start-2 mt-1 self-center text-label text-secondary lg:col-start-3 lg:mt-0 lg:text-right">
        {t.works(exhibition.workCount)} · {t.rooms(exhibition.roomCount)}
        <br className="max-lg:hidden" />
        <span className="lg:hidden"> · </span>
        {t.youAre(t.role(exhibition.myRole))}
      </p>
    </li>
  )
}
