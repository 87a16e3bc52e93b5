import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { Missing } from '@/app/missing'
import { ArtworkPicture } from '@/components/catalogue/artwork-picture'
import { CommentsSwitch } from '@/components/comments/comments-switch'
import { ReplacePicture } from '@/components/depot/replace-picture'
import { OwnWorkActions } from '@/components/home/own-work-actions'
import { OwnWorkEditor } from '@/components/home/own-work-editor'
import { stateWords } from '@/components/submissions/state-words'
import { idSchema } from '@/lib/contracts/common'
import { homeMessages } from '@/lib/i18n/messages/home'
import { nameWork } from '@/lib/i18n/name-work'
import { readOwnWork } from '@/server/artists/own-works'
import { listOpenCalls } from '@/server/exhibitions/list-open-calls'
import { getLocale } from '@/server/http/locale'
import { orNothing } from '@/server/http/or-nothing'
import { getViewer } from '@/server/http/viewer'

interface PageProps {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: homeMessages[await getLocale()].worksTitle, robots: { index: false } }
}

export default async function MyWorkPage({ params }: PageProps) {
  const [{ id }, locale, viewer] = await Promise.all([params, getLocale(), getViewer()])
  if (!viewer || viewer.isGuest) redirect(`/sign-in?next=/me/works/${id}`)
  const work = idSchema.safeParse(id).success ? await orNothing(readOwnWork(id, viewer)) : null
  if (!work) return <Missing />
  const t = homeMessages[locale]
  const { artwork, places, offers } = work
  const calls = (await listOpenCalls()).map(({ slug, title }) => ({ slug, title }))
  return (
    <div className="page grid gap-x-10 gap-y-10 pt-8 lg:grid-cols-12 lg:pt-14">
      <div className="lg:col-span-4">
        <Link href="/me/works" className="link inline-flex min-h-11 items-center text-small">
          {t.toWorks}
        </Link>
        <div className="mt-3">
          <ArtworkPicture
            picture={artwork.picture}
            alt={nameWork(artwork.title[locale], artwork.artist[locale], locale)}
            sizes="(min-width: 64rem) 30vw, 100vw"
            isFirst
          />
        </div>
        {!work.isPortrait && <ReplacePicture artworkId={artwork.id} version={work.version} />}
        <OwnWorkActions work={work} calls={calls} />
        <CommentsSwitch artworkId={artwork.id} initial={work.takesComments} />
        <dl className="mt-6 space-y-3 text-small">
          {places.length > 0 && (
            <div>
              <dt className="text-label text-secondary">{t.hangsIn}</dt>
              {places.map(({ slug, title }) => (
                <dd key={slug}>
                  <Link href={`/exhibitions/${slug}`} className="link">
                    {title[locale]}
                  </Link>
                </dd>
              ))}
            </div>
          )}
          {offers.length > 0 && (
            <div>
              <dt className="text-label text-secondary">{t.offers}</dt>
              {offers.map(({ slug, title, status }) => (
                <dd key={slug}>
                  <Link href="/me/submissions" className="link">
                    {title[locale]}
                  </Link>
                  {`: ${stateWords(status, locale)}`}
                </dd>
              ))}
            </div>
          )}
        </dl>
      </div>
      <section aria-labelledby="label" className="lg:col-span-7 lg:col-start-6">
        <h1 id="label" className="editorial mb-8 text-headline">
          {artwork.title[locale]}
        </h1>
        <OwnWorkEditor key={artwork.picture.id} initial={work} />
      </section>
    </div>
  )
}
