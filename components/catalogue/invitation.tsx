import Link from 'next/link'
import { ButtonLink } from '@/components/ui/button-link'
import type { StyleView } from '@/lib/contracts/styles'
import type { Locale } from '@/lib/i18n/locale'
import { catalogueMessages } from '@/lib/i18n/messages/catalogue'
import { nameWork } from '@/lib/i18n/name-work'

interface InvitationProps {
  /** A few manners to show; each leads to the studio with that manner chosen. */
  styles: StyleView[]
  locale: Locale
}

export function Invitation({ styles, locale }: InvitationProps) {
  const t = catalogueMessages[locale]
  return (
    <section aria-labelledby="invitation" className="page">
      <div className="grid gap-x-10 gap-y-8 border-t py-10 lg:grid-cols-12 lg:py-14">
        <div className="lg:col-span-5">
          <h2 id="invitation" className="editorial text-headline">
            {t.inviteTitle}
          </h2>
          <p className="mt-4 mb-6 max-w-measure text-body">{t.inviteText}</p>
          <ButtonLink href="/studio" kind="primary">
            {t.inviteAction}
          </ButtonLink>
        </div>
        {styles.length > 0 && (
          <ul aria-label={t.manners} className="grid grid-cols-3 gap-2 self-start lg:col-span-5 lg:col-start-8">
            {styles.map((style) => (
              <li key={style.id}>
                <Link href={`/studio?style=${style.id}`} prefetch={false} className="block">
                  {/* biome-ignore lint/performance/noImgElement: our own pictures come in their sizes already */}
                  <img
                    src={style.sampleUrl}
                    alt={t.inviteLike(nameWork(style.title[locale], style.artist[locale], locale))}
                    width={256}
                    height={256}
                    loading="lazy"
                    decoding="async"
                    className="aspect-square w-full bg-mat object-cover"
                  />
                  <span aria-hidden="true" className="mt-1 block text-label text-secondary">
                    {style.artist[locale]}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
