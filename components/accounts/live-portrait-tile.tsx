'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { usePortrait } from '@/lib/client/use-portrait'
import type { PortraitView } from '@/lib/contracts/portraits'
import { PortraitTile } from './portrait-tile'

/** A tile that follows its order while it is painted. */
export function LivePortraitTile({ initial }: { initial: PortraitView }) {
  const locale = useLocale()
  const { portrait } = usePortrait(initial)
  return <PortraitTile portrait={portrait} locale={locale} />
}
