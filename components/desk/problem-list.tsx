'use client'

import Link from 'next/link'
import { useLocale } from '@/components/ui/locale-provider'
import type { DeskExhibition } from '@/lib/contracts/desk'
import { deskExhibitionMessages } from '@/lib/i18n/messages/desk-exhibition'

/** What keeps an exhibition from being shown, each with the way to where it is mended. */
export function ProblemList({ exhibition }: { exhibition: DeskExhibition }) {
  const locale = useLocale()
  const t = deskExhibitionMessages[locale]
  const { problems, rooms, works } = exhibition
  if (problems.length === 0) return <p className="mt-3 text-label text-secondary">{t.whole}</p>
  const titleOf = new Map(works.map((work) => [work.id, work.title[locale]]))
  return (
    <div className="mt-4 border-l-2 border-ink pl-4 text-small">
      <p className="font-medium">{t.missing}</p>
      <ul className="mt-1 space-y-1">
        {problems.map((problem) => {
          const room = rooms.find(({ id }) => id === problem.roomId)
          const titles = problem.artworkIds.flatMap((id) => titleOf.get(id) ?? []).join(t.between)
          return (
            <li key={`${problem.code}-${problem.roomId}-${problem.artworkIds.join()}`}>
              {room && (
                <>
                  <Link href={`/curator/rooms/${room.id}`} prefetch={false} className="link">
                    {room.name[locale]}
                  </Link>
                  {locale === 'zh' ? '：' : ': '}
                </>
              )}
              {t.problem(problem.code)} {titles}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
