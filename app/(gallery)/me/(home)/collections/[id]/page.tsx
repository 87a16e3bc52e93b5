import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { Missing } from '@/app/missing'
import { CollectionEditor } from '@/components/home/collection-editor'
import { CollectionEntry } from '@/components/home/collection-entry'
import { idSchema } from '@/lib/contracts/common'
import { homeMessages } from '@/lib/i18n/messages/home'
import { readCollection } from '@/server/collections/read-collection'
import { getLocale } from '@/server/http/locale'
import { orNothing } from '@/server/http/or-nothing'
import { getViewer } from '@/server/http/viewer'

interface PageProps {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: homeMessages[await getLocale()].collectionsTitle, robots: { index: false } }
}

export default async function CollectionPage({ params }: PageProps) {
  const [{ id }, locale, viewer] = await Promise.all([params, getLocale(), getViewer()])
  if (!viewer || viewer.isGuest) redirect(`/sign-in?next=/me/collections/${id}`)
  const collection = idSchema.safeParse(id).success ? await orNothing(readCollection(id, viewer)) : null
  if (!collection) return <Missing />
  const t = homeMessages[locale]
  return (
    <div className="page grid gap-x-10 gap-y-10 pt-8 lg:grid-cols-12 lg:pt-14">
      <div className="lg:col-span-4">
        <Link href="/me/collections" className="link inline-flex min-h-11 items-center text-small">
          {t.toCollections}
        </Link>
        <p className="mt-3 text-label text-secondary">{collection.kind === 'SERIES' ? t.series : t.collection}</p>
        <h1 className="editorial mb-8 text-headline">{collection.title}</h1>
        <CollectionEditor collection={collection} />
      </div>
      <div className="lg:col-span-7 lg:col-start-6">
        {collection.entries.length === 0 && <p className="max-w-measure text-body">{t.entriesEmpty}</p>}
        <ul className="border-b empty:border-0">
          {collection.entries.map((entry) => (
            <CollectionEntry key={entry.artwork.id} collectionId={id} entry={entry} />
          ))}
        </ul>
      </div>
    </div>
  )
}
