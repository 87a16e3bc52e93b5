import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { NewExhibitionForm } from '@/components/desk/new-exhibition-form'
import { PageTitle } from '@/components/ui/page-title'
import { newExhibitionMessages } from '@/lib/i18n/messages/new-exhibition'
import { drawTemplates } from '@/server/desk/draw-templates'
import { listDeskExhibitions } from '@/server/desk/list-exhibitions'
import { getLocale } from '@/server/http/locale'
import { enterDesk } from '../../enter-desk'

export async function generateMetadata(): Promise<Metadata> {
  return { title: newExhibitionMessages[await getLocale()].create, robots: { index: false } }
}

export default async function NewExhibitionPage() {
  const [locale, viewer] = await Promise.all([getLocale(), enterDesk('/curator/exhibitions/new')])
  if (!viewer) return <Missing />
  const { exhibitions } = await listDeskExhibitions(viewer)
  const t = newExhibitionMessages[locale]
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.create}>
        <p className="mt-3 max-w-measure text-small text-secondary">{t.createText}</p>
      </PageTitle>
      <NewExhibitionForm templates={drawTemplates()} originals={exhibitions.map(({ id, title }) => ({ id, title }))} />
    </div>
  )
}
