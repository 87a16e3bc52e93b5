import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { Missing } from '@/app/missing'
import { CommentsSwitch } from '@/components/comments/comments-switch'
import { PictureHistory } from '@/components/depot/picture-history'
import { ReplacePicture } from '@/components/depot/replace-picture'
import { WorkFact, WorkFrame } from '@/components/depot/work-frame'
import { OwnWorkActions } from '@/components/home/own-work-actions'
import { OwnWorkEditor } from '@/components/home/own-work-editor'
import { stateWords } from '@/components/submissions/state-words'
import { idSchema } from '@/lib/contracts/common'
import { homeMessages } from '@/lib/i18n/messages/home'
import { readOwnWork } from '@/server/artists/own-works'
import { listEarlierPictures } from '@/server/artworks/earlier-pictures'
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
  const earlier = await listEarlierPictures(id, viewer)
  const openCalls = await listOpenCalls()
  return (
    <WorkFrame
      artwork={artwork}
      locale={locale}
      back={{ href: '/me/works', name: t.toWorks }}
      aside={
        <>
          {!work.isPortrait && <ReplacePicture artworkId={artwork.id} version={work.version} />}
          <OwnWorkActions work={work} openCalls={openCalls} />
          <CommentsSwitch artworkId={artwork.id} initial={work.takesComments} />
          {places.length + offers.length > 0 && (
            <dl className="mt-6 space-y-3 text-small">
              {places.length > 0 && (
                <WorkFact name={t.hangsIn}>
                  {places.map(({ slug, title }) => (
                    <Link key={slug} href={`/exhibitions/${slug}`} className="link block">
                      {title[locale]}
                    </Link>
                  ))}
                </WorkFact>
              )}
              {offers.length > 0 && (
                <WorkFact name={t.offers}>
                  {offers.map(({ slug, title, status }) => (
                    <span key={slug} className="block">
                      <Link href="/me/submissions" className="link">
                        {title[locale]}
                      </Link>
                      {`: ${stateWords(status, locale)}`}
                    </span>
                  ))}
                </WorkFact>
              )}
            </dl>
          )}
          {earlier.length > 0 && <PictureHistory artworkId={artwork.id} version={work.version} earlier={earlier} />}
        </>
      }
    >
      <OwnWorkEditor key={artwork.picture.id} initial={work} />
    </WorkFrame>
  )
}
