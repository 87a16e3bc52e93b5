import Link from 'next/link'
import type { ReactNode } from 'react'
import { ArtworkPicture } from '@/components/catalogue/artwork-picture'
import type { SubmissionView } from '@/lib/contracts/submissions'
import { formatDay } from '@/lib/i18n/format-run'
import type { Locale } from '@/lib/i18n/locale'
import { curatorMessages } from '@/lib/i18n/messages/curator'
import { nameWork } from '@/lib/i18n/name-work'
import { stateWords } from './state-words'
import { Steps } from './steps'

interface SubmissionFrameProps {
  submission: SubmissionView
  locale: Locale
  /** What can be done with it. */
  children: ReactNode
}

/** One offered work: picture, label, state and story. */
export function SubmissionFrame({ submission, locale, children }: SubmissionFrameProps) {
  const t = curatorMessages[locale]
  const { artwork, exhibition } = submission
  return (
    <li className="grid gap-x-10 gap-y-6 border-t py-8 lg:grid-cols-12 lg:py-10">
      <Link href={`/works/${artwork.id}`} prefetch={false} className="block max-w-sm self-start lg:col-span-4">
        <ArtworkPicture
          picture={artwork.picture}
          alt={nameWork(artwork.title[locale], artwork.artist[locale], locale)}
          sizes="384px"
        />
      </Link>
      <div className="lg:col-span-7 lg:col-start-6">
        <p role="status" className="text-label font-medium">
          {stateWords(submission.status, locale)}
        </p>
        <h3 className="editorial mt-1 text-title">{artwork.title[locale]}</h3>
        <p className="text-small text-secondary">
          <Link href={`/exhibitions/${exhibition.slug}`} className="underline decoration-1 underline-offset-4">
            {t.offeredTo(exhibition.title[locale])}
          </Link>{' '}
          {t.offeredBy(submission.submittedBy, formatDay(submission.submittedAt, locale))}
        </p>
        {artwork.description[locale] && <p className="mt-3 max-w-measure text-small">{artwork.description[locale]}</p>}
        <Steps steps={submission.steps} locale={locale} />
        {children}
      </div>
    </li>
  )
}
