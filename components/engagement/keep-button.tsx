'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { useFavourite } from '@/lib/client/use-favourite'
import { engagementMessages } from '@/lib/i18n/messages/engagement'
import { RibbonIcon } from './icons'
import { MarkButton } from './mark-button'

interface KeepButtonProps {
  artworkId: string
  /** Title of the work, for the button's name; useful where a page shows several. */
  title?: string
  className?: string
}

/** Keeps a work among one's favourites, or lets it go. Its colours are those of its surroundings. */
export function KeepButton({ artworkId, title = '', className }: KeepButtonProps) {
  const locale = useLocale()
  const t = engagementMessages[locale]
  const { kept, state, refusal, toggle } = useFavourite(artworkId)
  return (
    <MarkButton
      name={t.keepName(title)}
      isOn={kept}
      state={state}
      refusal={refusal}
      announcement={(isOn) => (isOn ? t.keptNow : t.unkeptNow)}
      onToggle={toggle}
      className={className}
    >
      <RibbonIcon isFilled={kept} className="text-accent in-[.bg-night]:text-night-accent" />
      <span className="decoration-1 underline-offset-4 group-hover:underline">{kept ? t.kept : t.keep}</span>
    </MarkButton>
  )
}
