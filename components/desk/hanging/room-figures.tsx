'use client'

import { Button } from '@/components/ui/button'
import { useLocale } from '@/components/ui/locale-provider'
import type { PlacedHanging } from '@/lib/client/hanging/hanging-model'
import { roomBudget, roomLoad } from '@/lib/hanging/budget'
import type { HangingProblem } from '@/lib/hanging/check-hanging'
import { hangingMessages } from '@/lib/i18n/messages/hanging'
import { megabytes } from '../megabytes'

interface RoomFiguresProps {
  placed: PlacedHanging[]
  /** What hangs on walls that are gone. */
  stranded: PlacedHanging[]
  problems: HangingProblem[]
  onChoose: (hangingId: string) => void
  /** Null for who may only look. */
  onTakeDown: ((hangings: PlacedHanging[]) => void) | null
}

/** What the room holds of what it may, and what is wrong on its walls. */
export function RoomFigures({ placed, stranded, problems, onChoose, onTakeDown }: RoomFiguresProps) {
  const locale = useLocale()
  const t = hangingMessages[locale]
  const load = roomLoad([...placed, ...stranded].map(({ artwork }) => artwork.picture))
  const share = Math.max(load.works / roomBudget.works, load.textureBytes / roomBudget.textureBytes)
  const titleOf = (id: string) => [...placed, ...stranded].find((one) => one.id === id)?.artwork.title[locale] ?? ''
  const sentences = { works_overlap: t.problemOverlap, work_off_wall: t.problemOff, wall_gone: t.problemGone }
  return (
    <section aria-label={t.budgetName} className="text-label">
      <h2 className="mb-2 text-secondary">{t.budgetName}</h2>
      <div className="h-1 bg-rule" aria-hidden="true">
        <div
          className={`h-1 ${share > 1 ? 'bg-accent' : 'bg-ink'}`}
          style={{ width: `${Math.min(1, share) * 100}%` }}
        />
      </div>
      <p className="mt-2 tabular-nums" data-testid="budget">
        {t.budget(load.works, roomBudget.works, megabytes(load.textureBytes), megabytes(roomBudget.textureBytes))}
      </p>
      {share > 1 && <p className="mt-1 font-medium">{t.overBudget}</p>}
      <ul className="mt-3 space-y-2">
        {problems.map(({ code, hangings }) => (
          <li key={`${code}-${hangings.join()}`} className="border-l-2 border-ink pl-3">
            {sentences[code]}{' '}
            {hangings.map((id, index) => (
              <span key={id}>
                {index > 0 && t.between}
                <button type="button" className="link" onClick={() => onChoose(id)}>
                  {titleOf(id)}
                </button>
              </span>
            ))}
          </li>
        ))}
      </ul>
      {stranded.length > 0 && onTakeDown && (
        <Button kind="quiet" onClick={() => onTakeDown(stranded)}>
          {t.takeDownGone}
        </Button>
      )}
    </section>
  )
}
