'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { callByName } from '@/lib/client/call-by-name'
import { onIdentityChange } from '@/lib/client/identity'
import { useAlive } from '@/lib/client/use-alive'
import { useRequest } from '@/lib/client/use-request'
import type { FollowState } from '@/lib/contracts/follows'
import { followsMessages } from '@/lib/i18n/messages/follows'

/** An artist, or an exhibition. */
type Followable = { artistId: string } | { slug: string }

interface FollowButtonProps {
  what: Followable
  /** As people know it. */
  name: string
  /** Where the page knows it already, as on the list of what one follows; how many follow is not shown then. */
  isFollowed?: boolean
  className?: string
}

const read = (what: Followable) =>
  'slug' in what
    ? callByName('follows', 'readExhibitionFollow', { params: what })
    : callByName('follows', 'readArtistFollow', { params: { id: what.artistId } })

const set = (what: Followable, isFollowing: boolean): Promise<FollowState> =>
  'slug' in what
    ? callByName('follows', isFollowing ? 'followExhibition' : 'unfollowExhibition', { params: what })
    : callByName('follows', isFollowing ? 'followArtist' : 'unfollowArtist', { params: { id: what.artistId } })

/** Follows an artist or an exhibition, or lets go. The page is everybody's; whether one follows is asked by the browser. */
export function FollowButton({ what, name, isFollowed, className = '' }: FollowButtonProps) {
  const t = followsMessages[useLocale()]
  const isAlive = useAlive()
  const isKnown = isFollowed !== undefined
  const [state, setState] = useState<FollowState | null>(null)
  const [said, setSaid] = useState('')
  const { isBusy, error, run } = useRequest()
  const key = 'slug' in what ? what.slug : what.artistId
  const isExhibition = 'slug' in what
  useEffect(() => {
    if (isKnown) return
    let isOver = false
    const ask = () =>
      void read(isExhibition ? { slug: key } : { artistId: key }).then(
        (answer) => {
          if (!isOver) setState(answer)
        },
        // Nothing is shown as followed; a press says what is wrong.
        () => {},
      )
    ask()
    const stop = onIdentityChange(ask)
    return () => {
      isOver = true
      stop()
    }
  }, [key, isExhibition, isKnown])
  const isFollowing = state?.isFollowing ?? isFollowed ?? false
  const toggle = () =>
    void run(async () => {
      const answer = await set(what, !isFollowing)
      setState(answer)
      setSaid(answer.isFollowing ? t.nowFollowing(name) : t.letGo(name))
    })
  return (
    <div className={className}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          aria-pressed={isFollowing}
          aria-label={t.followName(name)}
          aria-disabled={!isAlive || isBusy}
          data-testid="follow"
          onClick={toggle}
        >
          {/* As wide as the longer of both words, so that nothing moves when it is pressed. */}
          <span className="grid justify-items-center">
            <span className={`[grid-area:1/1] ${isFollowing ? 'invisible' : ''}`}>{t.follow}</span>
            <span className={`[grid-area:1/1] ${isFollowing ? '' : 'invisible'}`}>{t.following}</span>
          </span>
        </Button>
        {!isKnown && (
          <span className="min-h-5 text-label text-secondary tabular-nums" data-testid="followers">
            {state && t.followers(state.count)}
          </span>
        )}
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
      <FormProblem error={error} />
    </div>
  )
}
