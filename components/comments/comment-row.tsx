'use client'

import Link from 'next/link'
import { ReportButton } from '@/components/moderation/report-button'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { callByName } from '@/lib/client/call-by-name'
import { useRequest } from '@/lib/client/use-request'
import type { CommentView } from '@/lib/contracts/comments'
import { formatDay } from '@/lib/i18n/format-run'
import { commentsMessages } from '@/lib/i18n/messages/comments'

interface CommentRowProps {
  comment: CommentView
  isMine: boolean
  onGone: () => void
}

/** What one visitor wrote: to be taken back by them, or reported by others. */
export function CommentRow({ comment, isMine, onGone }: CommentRowProps) {
  const locale = useLocale()
  const t = commentsMessages[locale]
  const { id, name, artistId, text, createdAt } = comment
  const { isBusy, error, run } = useRequest()
  const takeBack = () =>
    void run(async () => {
      await callByName('comments', 'deleteComment', { params: { id } })
      onGone()
    })
  return (
    <li className="border-t py-5">
      <p className="text-label text-secondary">
        <span className="font-medium text-ink">
          {artistId ? (
            <Link href={`/artists/${artistId}`} prefetch={false} className="hover:underline">
              {name}
            </Link>
          ) : (
            name
          )}
        </span>
        {` · ${formatDay(createdAt, locale)}`}
      </p>
      <p className="mt-1 text-small whitespace-pre-line">{text}</p>
      {isMine ? (
        <Button kind="quiet" disabled={isBusy} onClick={takeBack}>
          {t.takeBack}
        </Button>
      ) : (
        <ReportButton subjectKind="comment" subjectId={id} title={t.wordsOf(name)} />
      )}
      <FormProblem error={error} />
    </li>
  )
}
