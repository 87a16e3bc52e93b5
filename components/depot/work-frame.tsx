import Link from 'next/link'
import type { ReactNode } from 'react'
import { ArtworkPicture } from '@/components/catalogue/artwork-picture'
import type { ArtworkView } from '@/lib/contracts/artworks'
import type { Locale } from '@/lib/i18n/locale'
import { nameWork } from '@/lib/i18n/name-work'

interface WorkFrameProps {
  artwork: ArtworkView
  locale: Locale
  /** The list that one came from. */
  back: { href: string; name: string }
  /** Under the picture: what can be done with it, and where it is. */
  aside: ReactNode
  /** Its label, to be changed. */
  children: ReactNode
}

/** One work as those who keep it see it: the picture on the left, its label beside it; one under the other on a phone. */
export function WorkFrame({ artwork, locale, back, aside, children }: WorkFrameProps) {
  return (
    <div className="page grid gap-x-10 gap-y-10 pt-8 lg:grid-cols-12 lg:pt-14">
      <div className="lg:col-span-4">
        <Link href={back.href} className="link inline-flex min-h-11 items-center text-small">
          {back.name}
        </Link>
        <div className="mt-3">
          <ArtworkPicture
            picture={artwork.picture}
            alt={nameWork(artwork.title[locale], artwork.artist[locale], locale)}
            sizes="(min-width: 64rem) 30vw, 100vw"
            isFirst
          />
        </div>
        {aside}
      </div>
      <section aria-labelledby="label" className="lg:col-span-7 lg:col-start-6">
        <h1 id="label" className="editorial mb-8 text-headline">
          {artwork.title[locale]}
        </h1>
        {children}
      </section>
    </div>
  )
}

interface FactProps {
  name: string
  className?: string
  children: ReactNode
}

/** A line of what else is known of the work. */
export function WorkFact({ name, className, children }: FactProps) {
  return (
    <div>
      <dt className="text-label text-secondary">{name}</dt>
      <dd className={className}>{children}</dd>
    </div>
  )
}
