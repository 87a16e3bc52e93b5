'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { useLike } from '@/lib/client/use-like'
import { engagementMessages } from '@/lib/i18n/messages/engagement'
import { HeartIcon } from './icons'
import { MarkButton } from './mark-button'

interface LikeButtonProps {
  artworkId: string
  /** Likes of everybody when the page was made. */
  initialCount: number
  /** Title of the work, for the button's name; useful where a page shows several. */
  title?: string
  className?: string
}

/** Likes a work or takes the like back, and shows everybody's count as it changes. Its colours are those of its surroundings. */
export function LikeButton({ artworkId, initialCount, title = '', className }: LikeButtonProps) {
  const locale = useLocale()
  const t = engagementMessages[locale]
  const { liked, count, state, refusal, toggle } = useLike(artworkId, initialCount)
  return (
    <MarkButton
      name={`${t.likeName(title)}, ${t.likeCount(count)}`}
      isOn={liked}
      state={state}
      refusal={refusal}
      announcement={(isOn) => (isOn ? t.likedNow(count) : t.unlikedNow(count))}
      onToggle={toggle}
      className={className}
    >
      <HeartIcon isFilled={liked} className="text-accent in-[.bg-night]:text-night-accent" />
      <span className="tabular-nums decoration-1 underline-offset-4 group-hover:underline">{count}</span>
    </MarkButton>
  )
}
