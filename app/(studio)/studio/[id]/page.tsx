import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Easel } from '@/components/studio/easel'
import { idSchema } from '@/lib/contracts/common'
import { easelMessages } from '@/lib/i18n/messages/easel'
import { listOpenCalls } from '@/server/exhibitions/list-open-calls'
import { getLocale } from '@/server/http/locale'
import { getViewer } from '@/server/http/viewer'
import { seePortrait } from '@/server/portraits/see-portrait'

export async function generateMetadata(): Promise<Metadata> {
  return { title: easelMessages[await getLocale()].pageTitle, robots: { index: false } }
}

/** One's own portrait; to everybody else there is nothing here. */
export default async function EaselPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, viewer] = await Promise.all([params, getViewer()])
  if (!viewer || !idSchema.safeParse(id).success) notFound()
  const [portrait, openCalls] = await Promise.all([seePortrait(id, viewer.id), listOpenCalls()])
  if (!portrait) notFound()
  return (
    // The footer keeps its distance by a margin; in a viewing room the night goes down to it.
    <div className="-mb-24 bg-night text-night-ink lg:-mb-32">
      <div className="page flex min-h-[calc(100svh-81px)] flex-col justify-center py-6 lg:py-12">
        <Easel initial={portrait} isGuest={viewer.isGuest} openCalls={openCalls} />
      </div>
    </div>
  )
}
