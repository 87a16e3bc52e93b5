import Link from 'next/link'
import { ButtonLink } from '@/components/ui/button-link'
import type { ClosedExhibition, ExhibitionCard } from '@/lib/contracts/exhibitions'
import type { Locale } from '@/lib/i18n/locale'
import { catalogueMessages } from '@/lib/i18n/messages/catalogue'
import { commonMessages } from '@/lib/i18n/messages/common'
import { openingMessages } from '@/lib/i18n/messages/opening'
import { RunLine } from './run-line'

interface ClosedProps {
  exhibition: ClosedExhibition
  /** What can be seen instead. */
  open: ExhibitionCard[]
  locale: Locale
}

/** What stands at the address of an exhibition that is over: its title, when it was shown, and the ways to what is open. */
export function Closed({ exhibition, open, locale }: ClosedProps) {
  const t = openingMessages[locale]
  return (
    <div className="page flex min-h-[70vh] flex-col justify-center py-16" data-testid="closed">
      <RunLine {...exhibition} workCount={0} locale={locale} lead={catalogueMessages[locale].exhibition} />
      <h1 className="editorial mt-3 max-w-5xl text-display">{exhibition.title[locale]}</h1>
      <p className="mt-8 max-w-measure text-body">{t.isOver}</p>
      {open.length > 0 && (
        <section aria-labelledby="open-now" className="mt-12 max-w-measure">
          <h2 id="open-now" className="border-b pb-2 text-label text-secondary lg:text-small">
            {t.others}
          </h2>
          <ul>
            {open.map((each) => (
              <li key={each.id} className="border-b py-4">
                <Link href={`/exhibitions/${each.slug}`} prefetch={false} className="block hover:text-accent">
                  <span className="editorial block text-title">{each.title[locale]}</span>
                </Link>
                <RunLine {...each} locale={locale} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="mt-10">
        <ButtonLink href="/">{commonMessages[locale].toExhibitions}</ButtonLink>
      </div>
    </div>
  )
}
