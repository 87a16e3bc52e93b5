'use client'

import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { callByName } from '@/lib/client/call-by-name'
import { useNear } from '@/lib/client/use-near'
import { useRequest } from '@/lib/client/use-request'
import type { CommentsPage } from '@/lib/contracts/comments'
import { commentsMessages } from '@/lib/i18n/messages/comments'
import { CommentForm } from './comment-form'
import { CommentRow } from './comment-row'

interface CommentsProps {
  artworkId: string
  /** The page as it came, the same for everybody. */
  initial: CommentsPage
}

/** What visitors wrote under a work; with an account one writes, too. */
export function Comments({ artworkId, initial }: CommentsProps) {
  const t = commentsMessages[useLocale()]
  const [page, setPage] = useState(initial)
  const [me, setMe] = useState<{ id: string; isGuest: boolean } | null>(null)
  const { isBusy, error, run } = useRequest()
  const section = useRef<HTMLElement>(null)
  const isNear = useNear(section)
  useEffect(() => {
    // Most who look at a work never come down here, and need not be asked who they are.
    if (!isNear) return
    callByName('accounts', 'me').then(
      ({ person }) => setMe(person),
      () => {},
    )
  }, [isNear])
  const loadEarlier = () =>
    void run(async () => {
      const cursor = page.nextCursor ?? undefined
      const more = await callByName('comments', 'listComments', { params: { id: artworkId }, query: { cursor } })
      setPage({ ...more, comments: [...page.comments, ...more.comments] })
    })
  const hasAccount = me !== null && !me.isGuest
  return (
    <section ref={section} aria-labelledby="comments" className="page mt-16 lg:mt-24">
      <div className="border-t pt-4">
        <h2 id="comments" className="editorial text-title">
          {t.title}
        </h2>
        <div className="mt-6 grid gap-x-10 gap-y-8 lg:grid-cols-12">
          <div className="lg:col-span-7">
            {page.comments.length === 0 && <p className="text-small text-secondary">{t.none}</p>}
            <ul className="max-w-measure border-b empty:border-0">
              {page.comments.map((comment) => (
                <CommentRow
                  key={comment.id}
                  comment={comment}
                  isMine={comment.personId === me?.id}
                  onGone={() => setPage({ ...page, comments: page.comments.filter(({ id }) => id !== comment.id) })}
                />
              ))}
            </ul>
            {page.nextCursor && (
              <Button kind="quiet" disabled={isBusy} onClick={loadEarlier} className="mt-3">
                {t.earlier}
              </Button>
            )}
            <FormProblem error={error} />
          </div>
          <div className="lg:col-span-4 lg:col-start-9">
            {!page.isOpen && <p className="text-small text-secondary">{t.closed}</p>}
            {page.isOpen && !hasAccount && (
              <Link href={`/sign-in?next=/works/${artworkId}`} prefetch={false} className="link text-small">
                {t.needsAccount}
              </Link>
            )}
            {page.isOpen && hasAccount && (
              <CommentForm
                artworkId={artworkId}
                onAdded={(comment) => setPage({ ...page, comments: [comment, ...page.comments] })}
              />
            )}
          </div>
        </div>
      </div>
    </section>
  )
}
