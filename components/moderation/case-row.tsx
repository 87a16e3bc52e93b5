'use client'

import Link from 'next/link'
import { useState } from 'react'
import { ArtworkPicture } from '@/components/catalogue/artwork-picture'
import { useLocale } from '@/components/ui/locale-provider'
import type { CaseView } from '@/lib/contracts/reports'
import { formatDay } from '@/lib/i18n/format-run'
import { moderationMessages } from '@/lib/i18n/messages/moderation'
import { BanStep } from './ban-step'
import { CaseActions } from './case-actions'
import { reasonWords } from './reason-words'

/** One thing that was reported: what it is, what is said of it, and what can be done. */
export function CaseRow({ initial, mayBan }: { initial: CaseView; mayBan: boolean }) {
  const locale = useLocale()
  const t = moderationMessages[locale]
  const [view, setView] = useState(initial)
  const { subject } = view
  return (
    <li className="grid gap-x-10 gap-y-6 border-t py-8 lg:grid-cols-12 lg:py-10">
      <div className="max-w-xs max-lg:empty:hidden lg:col-span-3">
        {subject?.picture && <ArtworkPicture picture={subject.picture} alt={subject.title[locale]} sizes="320px" />}
      </div>
      <div className="lg:col-span-8 lg:col-start-5">
        <p className="text-label text-secondary">
          {
            {
              artwork: t.kindArtwork,
              person: t.kindPerson,
              comment: t.kindComment,
              'book-entry': t.kindEntry,
            }[view.subjectKind]
          }
          {subject?.isHidden && <strong className="ml-3 font-medium text-ink">{t.isHidden}</strong>}
        </p>
        <h2 className="editorial mt-1 text-title">
          {!subject && t.gone}
          {subject?.href && (
            <Link href={subject.href} className="underline decoration-1 underline-offset-4">
              {subject.title[locale]}
            </Link>
          )}
          {subject && !subject.href && subject.title[locale]}
        </h2>
        {subject && view.subjectKind !== 'person' && (
          <p className="text-small text-secondary">{subject.author ? t.by(subject.author.name) : t.house}</p>
        )}
        {subject?.text && <p className="mt-3 max-w-measure text-small">{subject.text}</p>}
        <h3 className="mt-6 text-small font-medium">{t.reportedTimes(view.reportCount)}</h3>
        <ul className="mt-2 max-w-measure text-small">
          {view.reports.map((report) => (
            <li key={report.id} className="border-t py-2">
              {reasonWords(report.reason, locale)}
              <span className="text-secondary"> · {formatDay(report.createdAt, locale)}</span>
              {report.text && <p className="text-secondary">{report.text}</p>}
            </li>
          ))}
        </ul>
        <CaseActions view={view} onChanged={setView} />
        {mayBan && subject?.author && <BanStep author={subject.author} />}
      </div>
    </li>
  )
}
