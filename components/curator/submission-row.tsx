import Link from 'next/link'
import { ArtworkPicture } from '@/components/catalogue/artwork-picture'
import type { SubmissionView } from '@/lib/contracts/submissions'
import { formatDay } from '@/lib/i18n/format-run'
import type { Locale } from '@/lib/i18n/locale'
import { curatorMessages } from '@/lib/i18n/messages/curator'
import { nameWork } from '@/lib/i18n/name-work'
import { Decision } from './decision'

/** One offered work with all that a curator needs to decide on it. */
export function SubmissionRow({ submission, locale }: { submission: SubmissionView; locale: Locale }) {
  const t = curatorMessages[locale]
  const { artwork, exhibition } = submission
  return (
    <li className="grid gap-x-10 gap-y-6 border-t py-8 lg:grid-cols-12 lg:py-10">
      <div className="max-w-sm lg:col-span-4">
        <ArtworkPicture
          picture={artwork.picture}
          alt={nameWork(artwork.title[locale], artwork.artist[locale], locale)}
          sizes="384px"
        />
      </div>
      <div className="lg:col-span-7 lg:col-start-6">
        <h3 className="editorial text-title">{artwork.title[locale]}</h3>
        <p className="text-small text-secondary">
          <Link href={`/exhibitions/${exhibition.slug}`} className="underline decoration-1 underline-offset-4">
            {t.offeredTo(exhibition.title[locale])}
          </Link>{' '}
          {t.offeredBy(submission.submittedBy, formatDay(submission.createdAt, locale))}
        </p>
        {artwork.description[locale] && <p className="mt-3 max-w-measure text-small">{artwork.description[locale]}</p>}
        <Decision initial={submission} />
      </div>
    </li>
  )
}
