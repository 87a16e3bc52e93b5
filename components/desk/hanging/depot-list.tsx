'use client'

import type { PointerEvent } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import type { DeskWork } from '@/lib/contracts/desk'
import type { DepotPage } from '@/lib/contracts/desk-hanging'
import { pictureUrl } from '@/lib/contracts/pictures'
import { formatSize } from '@/lib/i18n/format-size'
import { hangingMessages } from '@/lib/i18n/messages/hanging'
import { useDepot } from './use-depot'

interface DepotListProps {
  roomId: string
  /** One's own room: then these are one's own works. */
  isOwnRoom: boolean
  first: DepotPage
  /** Works that hang in this room already. */
  hung: ReadonlySet<string>
  mayEdit: boolean
  onCarry: (event: PointerEvent, work: DeskWork) => void
  onHang: (work: DeskWork) => void
  onGoTo: (work: DeskWork) => void
}

/** Works that may be hung: dragged to the wall by their picture, or hung by a button. */
export function DepotList({ roomId, isOwnRoom, first, hung, mayEdit, onCarry, onHang, onGoTo }: DepotListProps) {
  const locale = useLocale()
  const t = hangingMessages[locale]
  const depot = isOwnRoom ? t.myWorks : t.depot
  const { works, hasMore, isBusy, error, words, search, more } = useDepot(roomId, first)
  return (
    <section aria-label={depot} className="flex h-full min-h-0 flex-col" data-testid="depot">
      <label htmlFor="depot-search" className="text-label text-secondary">
        {depot}
      </label>
      <input
        id="depot-search"
        type="search"
        aria-label={isOwnRoom ? t.searchMine : t.search}
        placeholder={t.searchHint}
        value={words}
        maxLength={100}
        onChange={(event) => search(event.target.value)}
        className="mt-1 min-h-11 w-full rounded border border-edge px-3 text-small"
      />
      <p role="status" className="h-6 text-label text-secondary">
        {isBusy ? t.loading : works.length === 0 ? (words ? t.nothing : isOwnRoom ? t.noWorks : t.emptyDepot) : ''}
      </p>
      <FormProblem error={error} />
      <ul className="min-h-0 flex-1 overflow-y-auto border-y max-lg:max-h-80">
        {works.map((work) => {
          const title = work.title[locale]
          const isHung = hung.has(work.id)
          return (
            <li
              key={work.id}
              className="flex items-center gap-3 border-b py-2 pr-2 last:border-b-0"
              data-depot={work.id}
            >
              <span
                className={`flex size-16 shrink-0 items-center justify-center ${isHung || !mayEdit ? 'opacity-40' : 'cursor-grab touch-none'}`}
                onPointerDown={(event) => {
                  if (isHung || !mayEdit) return
                  event.preventDefault()
                  onCarry(event, work)
                }}
              >
                {/* biome-ignore lint/performance/noImgElement: our own pictures come in their sizes already */}
                <img
                  src={pictureUrl(work.picture, 256)}
                  alt=""
                  draggable={false}
                  loading="lazy"
                  width={work.picture.width}
                  height={work.picture.height}
                  style={{ backgroundColor: work.picture.colour }}
                  className="max-h-16 w-auto max-w-16"
                />
              </span>
              <span className="min-w-0 flex-1 text-label">
                <span className="block truncate font-medium">{title}</span>
                <span className="block truncate text-secondary">{formatSize(work.widthCm, work.heightCm, locale)}</span>
                {isHung && <span className="block text-secondary">{t.hangsHere}</span>}
              </span>
              {isHung ? (
                <button
                  type="button"
                  className={action}
                  aria-label={t.goTo(title)}
                  title={t.goTo(title)}
                  onClick={() => onGoTo(work)}
                >
                  →
                </button>
              ) : (
                mayEdit && (
                  <button
                    type="button"
                    className={action}
                    aria-label={t.hang(title)}
                    title={t.hang(title)}
                    onClick={() => onHang(work)}
                  >
                    +
                  </button>
                )
              )}
            </li>
          )
        })}
        {hasMore && (
          <li className="py-2">
            <Button kind="quiet" disabled={isBusy} onClick={more}>
              {t.more}
            </Button>
          </li>
        )}
      </ul>
    </section>
  )
}

const action =
  'inline-flex size-11 shrink-0 items-center justify-center rounded border border-transparent text-title hover:border-edge hover:text-accent'
