'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { buttonClass } from '@/components/ui/button-class'
import { useLocale } from '@/components/ui/locale-provider'
import type { SaveState } from '@/lib/client/hanging/hanging-desk'
import type { PlacedHanging } from '@/lib/client/hanging/hanging-model'
import type { DeskRoom } from '@/lib/contracts/desk-hanging'
import { hangingMessages } from '@/lib/i18n/messages/hanging'
import { selectClass } from '../select-class'
import type { SeenHand } from './use-hands'

interface PlanHeaderProps {
  room: DeskRoom
  save: SaveState
  hands: SeenHand[]
  chosen: PlacedHanging[]
}

/** Which room this is, whether it is saved, who else is here, and the way into the real hall. */
export function PlanHeader({ room, save, hands, chosen }: PlanHeaderProps) {
  const locale = useLocale()
  const t = hangingMessages[locale]
  const router = useRouter()
  const { exhibition } = room
  const others = [...new Set(hands.map(({ name }) => name))]
  const work = chosen.length === 1 ? chosen[0] : undefined
  const hall = `/exhibitions/${exhibition.slug}/hall${work ? `?work=${work.artwork.id}` : ''}`
  return (
    <header className="mb-4 flex flex-wrap items-center gap-x-5 gap-y-2">
      <div className="min-w-0 flex-1 basis-64">
        <Link
          href={exhibition.isOwnRoom ? '/account' : `/curator/exhibitions/${exhibition.id}`}
          prefetch={false}
          className="text-label text-secondary hover:text-accent"
        >
          {exhibition.isOwnRoom ? t.toAccount : exhibition.title[locale]}
        </Link>
        <h1 className="editorial text-headline">{(exhibition.isOwnRoom ? exhibition.title : room.name)[locale]}</h1>
      </div>
      <p className="text-label text-secondary" role="status">
        {others.length > 0 && t.alsoHere(others.join(t.between))}
      </p>
      <p role="status" className="min-w-24 text-label sm:text-right" data-testid="save-state" data-state={save}>
        {t.save(save)}
        {save === 'failed' && <span className="block text-secondary">{t.willRetry}</span>}
      </p>
      {exhibition.rooms.length > 1 && (
        <select
          aria-label={t.room}
          value={room.id}
          onChange={(event) => router.push(`/curator/rooms/${event.target.value}`)}
          className={selectClass}
        >
          {exhibition.rooms.map(({ id, name }) => (
            <option key={id} value={id}>
              {name[locale]}
            </option>
          ))}
        </select>
      )}
      <a href={hall} target="_blank" rel="noopener" className={buttonClass('primary')}>
        {t.walkIn}
        <span className="sr-only">{t.newTab}</span>
      </a>
    </header>
  )
}
