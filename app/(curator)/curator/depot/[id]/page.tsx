import type { Metadata } from 'next'
import Link from 'next/link'
import { Missing } from '@/app/missing'
import { CommentsSwitch } from '@/components/comments/comments-switch'
import { DepotEditor } from '@/components/depot/depot-editor'
import { PictureHistory } from '@/components/depot/picture-history'
import { ReplacePicture } from '@/components/depot/replace-picture'
import { WorkFact, WorkFrame } from '@/components/depot/work-frame'
import { idSchema } from '@/lib/contracts/common'
import { depotMessages } from '@/lib/i18n/messages/depot'
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
  const isHouses = work.ownerName === null
  return (
    <WorkFrame
      artwork={artwork}
      locale={locale}
      back={{ href: '/curator/depot', name: t.toDepot }}
      aside={
        <>
          {artwork.kind !== 'PAINTED' && isHouses && <ReplacePicture artworkId={artwork.id} version={work.version} />}
          {isHouses && <CommentsSwitch artworkId={artwork.id} initial={work.takesComments} />}
          <dl className="mt-6 space-y-3 text-small">
            {work.ownerName && <dd>{t.lentBy(work.ownerName)}</dd>}
            {work.isHidden && <dd className="font-medium">{t.hidden}</dd>}
            {work.fileName && (
              <WorkFact name={t.file} className="break-all">
                {work.fileName}
              </WorkFact>
            )}
            {work.sourceUrl && (
              <WorkFact name={t.source} className="break-all">
                {work.sourceUrl}
              </WorkFact>
            )}
            <WorkFact name={t.places}>
              {work.places.length === 0 && t.hangsNowhere}
              {work.places.map((place) => (
                <Link key={place.slug} href={`/exhibitions/${place.slug}`} className="link block">
                  {place.title[locale]}
                </Link>
              ))}
            </WorkFact>
          </dl>
          {earlier.length > 0 && <PictureHistory artworkId={artwork.id} version={work.version} earlier={earlier} />}
        </>
      }
    >
      <DepotEditor key={artwork.picture.id} initial={work} />
    </WorkFrame>
  )
}
