import type { Metadata } from 'next'
import { cache } from 'react'
import { Missing } from '@/app/missing'
import { ExhibitionDesk } from '@/components/desk/exhibition-desk'
import { TrailList } from '@/components/desk/trail-list'
import { idSchema } from '@/lib/contracts/common'
import { commonMessages } from '@/lib/i18n/messages/common'
import { listTrail } from '@/server/desk/list-trail'
import { readDeskExhibition } from '@/server/desk/read-exhibition'
import { getLocale } from '@/server/http/locale'
import { unlessMissing } from '@/server/http/unless-missing'
import { enterDesk } from '../../enter-desk'

interface PageProps {
  params: Promise<{ id: string }>
}

const shortTrail = 5

const load = cache(async (id: string) => {
  const viewer = await enterDesk(`/curator/exhibitions/${id}`, 'VISITOR')
  if (!idSchema.safeParse(id).success) return null
  return unlessMissing(async () => ({
    exhibition: await readDeskExhibition(id, viewer),
    trail: await listTrail(id, viewer),
  }))
})

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [locale, loaded] = await Promise.all([getLocale(), load((await params).id)])
  const { titleEn, titleZh } = loaded?.exhibition.fields ?? {}
  const title = locale === 'zh' ? titleZh : titleEn
  return { title: title || commonMessages[locale].notFoundTitle, robots: { index: false } }
}

export default async function DeskExhibitionPage({ params }: PageProps) {
  const [locale, loaded] = await Promise.all([getLocale(), load((await params).id)])
  if (!loaded) return <Missing />
  const timeZones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
  return (
    <ExhibitionDesk initial={loaded.exhibition} timeZones={timeZones}>
      <TrailList entries={loaded.trail.entries.slice(0, shortTrail)} locale={locale} />
    </ExhibitionDesk>
  )
}
