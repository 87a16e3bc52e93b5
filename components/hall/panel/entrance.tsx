import Link from 'next/link'
import { RunLine } from '@/components/catalogue/run-line'
import { buttonClass } from '@/components/ui/button-class'
import type { ExhibitionView } from '@/lib/contracts/exhibitions'
import type { Locale } from '@/lib/i18n/locale'
import { hallMessages } from '@/lib/i18n/messages/hall'
import type { HallWork } from '../hall-works'

interface EntranceProps {
  exhibition: ExhibitionView
  works: HallWork[]
  locale: Locale
  /** 0 to 1. */
  progress: number
  state: 'opening' | 'failed' | 'lost' | 'empty'
  /** Fading away over the room that stands. */
  isLeaving: boolean
}

/** What stands before the hall is lit: title, how far it is, and every work as a link. Made on the server; complete without a script. */
export function Entrance({ exhibition, works, locale, progress, state, isLeaving }: EntranceProps) {
  const t = hallMessages[locale]
  const sentence = { opening: t.opening, failed: t.noGraphics, lost: t.lost, empty: t.empty }[state]
  return (
    <div
      data-testid="hall-entrance"
      data-state={state}
      inert={isLeaving}
      data-own-keys
      className={`absolute inset-0 z-40 overflow-y-auto bg-paper transition-opacity duration-700 ${isLeaving ? 'pointer-events-none opacity-0' : ''}`}
    >
      <div className="page flex min-h-full flex-col justify-center gap-10 py-12">
        <div className="max-w-3xl">
          <RunLine {...exhibition} locale={locale} />
          <h1 className="editorial mt-3 text-display lg:mt-5">{exhibition.title[locale]}</h1>
          <p className="mt-6 max-w-measure text-body">{exhibition.text[locale]}</p>
          <p className="mt-8 text-small text-secondary" role="status">
            {sentence}
          </p>
          {state === 'opening' || state === 'lost' ? (
            <progress
              aria-label={t.progress}
              value={progress}
              max={1}
              className="mt-3 block h-0.5 w-full max-w-md appearance-none bg-rule [&::-moz-progress-bar]:bg-ink [&::-webkit-progress-bar]:bg-rule [&::-webkit-progress-value]:bg-ink [&::-webkit-progress-value]:transition-[width]"
            />
          ) : (
            <Link href={`/exhibitions/${exhibition.slug}`} className={`${buttonClass('primary')} mt-4`}>
              {t.viewWorks}
            </Link>
          )}
        </div>
        <section aria-label={t.works} className="max-w-5xl">
          <h2 className="border-b pb-2 text-label text-secondary">
            {t.works} · {t.worksCount(works.length)}
          </h2>
          <ol className="gap-x-10 sm:columns-2 lg:columns-3">
            {works.map(({ artwork }) => (
              <li key={artwork.id} className="break-inside-avoid py-2 text-label">
                <Link href={`/works/${artwork.id}`} prefetch={false} className="hover:text-accent">
                  <span className="editorial block text-small">{artwork.title[locale]}</span>
                  <span className="text-secondary">{artwork.artist[locale]}</span>
                </Link>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </div>
  )
}
