import Link from 'next/link'
import type { Locale } from '@/lib/i18n/locale'
import { catalogueMessages } from '@/lib/i18n/messages/catalogue'

interface DoorsProps {
  slug: string
  title: string
  locale: Locale
  /** Where the works are; the exhibition's page unless one is on it already. */
  worksHref?: string
}

/** Two equal doors: neither way of seeing an exhibition is the lesser one. */
export function Doors({ slug, title, locale, worksHref = `/exhibitions/${slug}` }: DoorsProps) {
  const t = catalogueMessages[locale]
  return (
    <nav aria-label={`${t.waysIn}: ${title}`} className="grid max-w-xl grid-cols-2 gap-3 lg:gap-4">
      {/* Not prefetched: the hall's code is for those who walk in. */}
      <Door href={`/exhibitions/${slug}/hall`} name={t.walkIn} hint={t.walkInHint} label={t.walkInto(title)} />
      <Door href={worksHref} name={t.viewWorks} hint={t.viewWorksHint} label={t.viewWorksOf(title)} />
    </nav>
  )
}

interface DoorProps {
  href: string
  name: string
  hint: string
  /** The door's name where several stand on one page; starts with `name`'s words. */
  label: string
}

function Door({ href, name, hint, label }: DoorProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      title={label}
      className="group flex min-h-20 flex-col justify-center rounded border border-accent px-4 py-3 text-accent transition-colors hover:bg-accent hover:text-paper lg:px-5"
    >
      <span className="text-body font-medium leading-6">{name}</span>
      <span className="text-label">{hint}</span>
    </Link>
  )
}
