import type { Metadata } from 'next'
import Link from 'next/link'
import { Missing } from '@/app/missing'
import { ArtworkPicture } from '@/components/catalogue/artwork-picture'
import { CommentsSwitch } from '@/components/comments/comments-switch'
import { DepotEditor } from '@/components/depot/depot-editor'
import { PictureHistory } from '@/components/depot/picture-history'
import { ReplacePicture } from '@/components/depot/replace-picture'
import { idSchema } from '@/lib/contracts/common'
import { depotMessages } from '@/lib/i18n/messages/depot'
import { nameWork } from '@/lib/i18n/name-work'
import { readDepotWork } from '@/server/depot/read-depot-work'
import { getLocale } from '@/server/http/locale'
import { orNothing } from '@/server/http/or-nothing'
import { enterDesk } from '../../enter-desk'

interface PageProps {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: depotMessages[await getLocale()].title, robots: { index: false } }
}

export default async function DepotWorkPage({ params }: PageProps) {
  const { id } = await params
  const [locale, viewer] = await Promise.all([getLocale(), enterDesk(`/curator/depot/${id}`)])
  const entry = viewer && idSchema.safeParse(id).success ? await orNothing(readDepotWork(id, viewer)) : null
  if (!entry) return <Missing />
  const t = depotMessages[locale]
  const { work, earlier } = entry
  const { artwork } = work
  return (
    <div className="page grid gap-x-10 gap-y-10 pt-8 lg:grid-cols-12 lg:pt-14">
      <div className="lg:col-span-4">
        <Link href="/curator/depot" className="link inline-flex min-h-11 items-center text-small">
          {t.toDepot}
        </Link>
        <div className="mt-3">
          <ArtworkPicture
            picture={artwork.picture}
            alt={nameWork(artwork.title[locale], artwork.artist[locale], locale)}
            sizes="(min-width: 64rem) 30vw, 100vw"
            isFirst
          />
        </div>
        {work.artwork.kind !== 'PAINTED' && work.ownerName === null && (
          <ReplacePicture artworkId={artwork.id} version={work.version} />
        )}
        {work.ownerName === null && <CommentsSwitch artworkId={artwork.id} initial={work.takesComments} />}
        <dl className="mt-6 space-y-3 text-small">
          {work.ownerName && <dd>{t.lentBy(work.ownerName)}</dd>}
          {work.isHidden && <dd className="font-medium">{t.hidden}</dd>}
          {work.fileName && (
            <div>
              <dt className="text-label text-secondary">{t.file}</dt>
              <dd className="break-all">{work.fileName}</dd>
            </div>
          )}
          {work.sourceUrl && (
            <div>
              <dt className="text-label text-secondary">{t.source}</dt>
              <dd className="break-all">{work.sourceUrl}</dd>
            </div>
          )}
          <div>
            <dt className="text-label text-secondary">{t.places}</dt>
            <dd>
              {work.places.length === 0 && t.hangsNowhere}
              {work.places.map((place) => (
                <Link key={place.slug} href={`/exhibitions/${place.slug}`} className="link block">
                  {place.title[locale]}
                </Link>
              ))}
            </dd>
          </div>
        </dl>
        {earlier.length > 0 && <PictureHistory artworkId={artwork.id} version={work.version} earlier={earlier} />}
      </div>
      <section aria-labelledby="label" className="lg:col-span-7 lg:col-start-6">
        <h1 id="label" className="editorial mb-8 text-headline">
          {artwork.title[locale]}
        </h1>
        <DepotEditor key={artwork.picture.id} initial={work} />
      </section>
    </div>
  )
}
