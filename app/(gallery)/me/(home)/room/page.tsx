import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { HangingPlan } from '@/components/desk/hanging/hanging-plan'
import { OpenRoom } from '@/components/home/open-room'
import { PageTitle } from '@/components/ui/page-title'
import { homeMessages } from '@/lib/i18n/messages/home'
import { listRoomDepot } from '@/server/desk/list-depot'
import { readDeskRoom } from '@/server/desk/read-room'
import { findOwnRoom } from '@/server/exhibitions/find-own-room'
import { getLocale } from '@/server/http/locale'
import { getViewer } from '@/server/http/viewer'

export async function generateMetadata(): Promise<Metadata> {
  return { title: homeMessages[await getLocale()].roomTitle, robots: { index: false } }
}

export default async function MyRoomPage() {
  const [locale, viewer] = await Promise.all([getLocale(), getViewer()])
  if (!viewer || viewer.isGuest) redirect('/sign-in?next=/me/room')
  const roomId = await findOwnRoom(viewer)
  if (!roomId) {
    const t = homeMessages[locale]
    return (
      <div className="page pt-8 lg:pt-14">
        <PageTitle title={t.roomTitle} />
        <p className="mb-6 max-w-measure text-body">{t.roomNone}</p>
        <OpenRoom />
      </div>
    )
  }
  const [room, depot] = await Promise.all([readDeskRoom(roomId, viewer), listRoomDepot({ roomId }, viewer)])
  return <HangingPlan key={roomId} room={room} depot={depot} />
}
